/** The RDF refers only to what is in it, and holds notes as text. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { answerOf, isInstalled } from '../read-by-others';
import { trialBundle } from '../trial-bundle';
import { zoteroRdfExporter } from './zotero-rdf-exporter';

const bundle = trialBundle();
const [file] = zoteroRdfExporter.write(bundle);
const text = new TextDecoder().decode(file?.bytes);

describe('Zotero RDF', () => {
  it('refers only to what is there', () => {
    const about = new Set([...text.matchAll(/rdf:about="([^"]+)"/g)].map(([, id]) => id));
    const resources = [...text.matchAll(/rdf:resource="([^"]+)"/g)].map(([, id]) => id);
    expect(resources.length).toBeGreaterThan(5);
    for (const resource of resources) expect(about).toContain(resource);
  });

  it('keeps collections nested and passages in notes', () => {
    const { document } = parseHTML(text.replaceAll(/(<\/?)([a-z]+):/g, '$1$2-'));
    const [outer] = [...document.querySelectorAll('z-Collection')];
    expect(outer?.querySelectorAll('dcterms-hasPart')).toHaveLength(2);
    expect(document.querySelector('bib-Memo rdf-value')?.textContent).toContain(
      '<blockquote>quasiment 600 militaires</blockquote>',
    );
  });

  it.skipIf(!isInstalled('xmllint'))('is well-formed (needs xmllint)', () => {
    expect(answerOf('xmllint', ['--noout', '-'], text)).toBe('');
  });
});
