/** The JSON-LD is expanded in safe mode: a term nobody defined, or one that falls away, fails. */
import jsonld from 'jsonld';
import type { RemoteDocument } from 'jsonld/jsonld-spec';
import { describe, expect, it } from 'vitest';
import { trialBundle } from '../trial-bundle';
import { webAnnotationExporter } from './web-annotation-exporter';

const bundle = trialBundle();
const [file] = webAnnotationExporter.write(bundle);
const value = JSON.parse(new TextDecoder().decode(file?.bytes));

/** The parts of the W3C's context that are used here, as the recommendation has them. */
const annotationContext = {
  '@context': {
    oa: 'http://www.w3.org/ns/oa#',
    dcterms: 'http://purl.org/dc/terms/',
    as: 'http://www.w3.org/ns/activitystreams#',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    foaf: 'http://xmlns.com/foaf/0.1/',
    dc: 'http://purl.org/dc/elements/1.1/',
    dctypes: 'http://purl.org/dc/dcmitype/',
    id: { '@type': '@id', '@id': '@id' },
    type: { '@type': '@id', '@id': '@type' },
    Annotation: 'oa:Annotation',
    AnnotationCollection: 'as:OrderedCollection',
    AnnotationPage: 'as:OrderedCollectionPage',
    TextualBody: 'oa:TextualBody',
    TextQuoteSelector: 'oa:TextQuoteSelector',
    TextPositionSelector: 'oa:TextPositionSelector',
    TimeState: 'oa:TimeState',
    Text: 'dctypes:Text',
    Software: 'as:Application',
    highlighting: 'oa:highlighting',
    commenting: 'oa:commenting',
    linking: 'oa:linking',
    classifying: 'oa:classifying',
    tagging: 'oa:tagging',
    body: { '@type': '@id', '@id': 'oa:hasBody' },
    target: { '@type': '@id', '@id': 'oa:hasTarget' },
    source: { '@type': '@id', '@id': 'oa:hasSource' },
    selector: { '@type': '@id', '@id': 'oa:hasSelector' },
    state: { '@type': '@id', '@id': 'oa:hasState' },
    motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' },
    purpose: { '@type': '@vocab', '@id': 'oa:hasPurpose' },
    exact: 'oa:exact',
    prefix: 'oa:prefix',
    suffix: 'oa:suffix',
    start: { '@type': 'xsd:nonNegativeInteger', '@id': 'oa:start' },
    end: { '@type': 'xsd:nonNegativeInteger', '@id': 'oa:end' },
    sourceDate: { '@type': 'xsd:dateTime', '@id': 'oa:sourceDate' },
    created: { '@type': 'xsd:dateTime', '@id': 'dcterms:created' },
    modified: { '@type': 'xsd:dateTime', '@id': 'dcterms:modified' },
    generator: { '@type': '@id', '@id': 'as:generator' },
    name: 'foaf:name',
    format: 'dc:format',
    value: 'rdf:value',
    label: 'http://www.w3.org/2000/01/rdf-schema#label',
    total: { '@type': 'xsd:nonNegativeInteger', '@id': 'as:totalItems' },
    first: { '@type': '@id', '@id': 'as:first' },
    startIndex: { '@type': 'xsd:nonNegativeInteger', '@id': 'as:startIndex' },
    items: { '@type': '@id', '@id': 'as:items', '@container': '@list' },
  },
};

/** The only context there is to load; anything else would be a request. */
const options = { safe: true, documentLoader };

async function documentLoader(url: string): Promise<RemoteDocument> {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`would load ${url}`);
  return { documentUrl: url, document: JSON.parse(JSON.stringify(annotationContext)) };
}

describe('Web Annotation', () => {
  it('expands in safe mode: every term is defined, nothing falls away', async () => {
    const expanded = await jsonld.expand(value, options);
    expect(JSON.stringify(expanded)).toContain('http://www.w3.org/ns/oa#TextPositionSelector');
    const quads = await jsonld.toRDF(value, { ...options, format: 'application/n-quads' });
    expect(
      String(quads)
        .split('\n')
        .filter((line) => line.includes('ns/oa#exact')),
    ).toHaveLength(bundle.annotations.length);
  });

  it('gives positions in code points: each slices its quotation out of the text', () => {
    const texts = new Map<string, string>(
      value.documents.map(({ id, text }: { id: string; text: string }) => [id, text]),
    );
    let checked = 0;
    for (const { target } of value.first.items) {
      if (target.selector === undefined) continue;
      const [quote, position] = target.selector;
      if (position === undefined) continue;
      expect([...(texts.get(target.source) ?? '')].slice(position.start, position.end).join('')).toBe(quote.exact);
      checked++;
    }
    expect(checked).toBe(7);
  });

  it('keeps ids, so that exporting again updates instead of doubling', () => {
    const ids = value.first.items.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining(bundle.annotations.map(({ uid }) => `urn:uuid:${uid}`)));
    expect(ids).toEqual(expect.arrayContaining(bundle.links.map(({ uid }) => `urn:uuid:${uid}`)));
  });
});
