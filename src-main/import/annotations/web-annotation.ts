/**
 * W3C Web Annotations (JSON-LD), Postil's own and others': passages by quote and position, to be
 * attached to the documents they are about. No context is loaded: names are read as the recommendation writes them.
 */
import { isKindId } from '@shared/kinds/kinds';
import { isRelationId } from '@shared/kinds/relations';
import type { Link } from '@shared/model/annotation';
import type { LoosePassage } from '@shared/model/document';
import { annotationUid, documentUid, linkUid } from '@shared/model/ids';
import { countedLosses } from '@shared/outcome/import-loss-words';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from '../importer';
import {
  at,
  isObject,
  type JsonObject,
  jsonMentions,
  many,
  objectsIn,
  parseJson,
  textAt,
  textsIn,
  timeAt,
} from '../json-value';
import { kindAndLabels } from '../kind-words';
import { brokenFile } from '../refusal';
import { tidyLine } from '../title';
import { uuidIn, uuidOfWords } from '../uuid-of-words';
import { Gathering, uidOf } from './loose-passages';

/** Annotations read of one file. */
const mostAnnotations = 200_000;
/** Selectors inside selectors that are followed. */
const deepest = 8;

export const webAnnotationImporter: Importer = {
  id: 'web-annotation',
  label: { en: 'Web Annotation (JSON-LD)', fr: 'Annotations web (JSON-LD)' },
  extensions: ['jsonld'],
  mediaTypes: ['application/ld+json'],
  content: 'text',
  maxBytes: maxTextBytes,
  detect: (bytes) => jsonMentions(bytes, 'www.w3.org/ns/anno'),
  read,
};

async function read(file: FileToRead): Promise<Imported> {
  const root = await parseJson(file);
  const annotations = annotationsIn(root);
  if (annotations.length === 0) throw brokenFile(file.name, 'it holds no Web Annotations');
  if (annotations.length > mostAnnotations)
    throw brokenFile(file.name, `it has more than ${mostAnnotations} annotations`);
  const gathering = new Gathering();
  const linking: JsonObject[] = [];
  let wordless = 0;
  for (const annotation of annotations) {
    if (textsIn(at(annotation, 'motivation')).includes('linking')) {
      linking.push(annotation);
      continue;
    }
    const target = many(at(annotation, 'target'))[0];
    const passage = passageOf(annotation, target);
    if (passage === null) wordless++;
    else gathering.add({ address: sourceOf(target), title: titleOf(target) }, passage);
  }
  // Postil describes its documents beside; of others only the address is known.
  for (const document of objectsIn(at(root, 'documents')))
    gathering.describe(idOf(document), textAt(at(document, 'metadata'), 'url'), textAt(document, 'title'));
  const sources = gathering.sources();
  if (sources.length === 0) throw brokenFile(file.name, 'none of its annotations marks words of a page');
  const passages = new Set<string>(sources.flatMap((source) => source.passages.map(({ uid }) => uid)));
  const documents = new Set(objectsIn(at(root, 'documents')).map((document) => uuidIn(idOf(document))));
  const links = linking.flatMap((annotation) => linkOf(annotation, passages, documents) ?? []);
  const losses = countedLosses([
    ['passageLinks', linking.length - links.length],
    ['annotationsWithoutWords', wordless],
  ]);
  const connections = { links, collections: [], memberships: [] };
  return { holds: 'annotations', sources, losses, ...(links.length > 0 ? { connections } : {}) };
}

/** A link between two things of the file; null when an end is not in it. */
function linkOf(annotation: JsonObject, passages: ReadonlySet<string>, documents: ReadonlySet<string>): Link | null {
  const idAt = (key: string): string => {
    const [value] = many(at(annotation, key));
    return uuidIn(typeof value === 'string' ? value : idOf(value));
  };
  const [from, to, relation] = [idAt('target'), idAt('body'), textAt(annotation, 'relation')];
  if (!passages.has(from) || from === to || !(passages.has(to) || documents.has(to)) || to === '') return null;
  return {
    uid: linkUid(uuidIn(idOf(annotation)) || uuidOfWords([from, to, relation])),
    from: annotationUid(from),
    to: passages.has(to) ? { annotation: annotationUid(to) } : { document: documentUid(to) },
    relation: isRelationId(relation) ? relation : 'related',
    createdAtMs: timeAt(annotation, 'created') ?? 0,
  };
}

const typesOf = (value: unknown): readonly string[] => [...textsIn(at(value, 'type')), ...textsIn(at(value, '@type'))];
const isAnnotation = (value: unknown): value is JsonObject =>
  isObject(value) && typesOf(value).some((type) => /(^|[:#/])Annotation$/.test(type));
const idOf = (value: unknown): string => textAt(value, 'id') || textAt(value, '@id');

/** A collection with its first page inside, a page, a graph, a list, or one alone. */
function annotationsIn(root: unknown): readonly JsonObject[] {
  const pages = [root, at(root, 'first'), ...objectsIn(at(root, 'pages'))];
  const items = pages.flatMap((page) =>
    isObject(page) ? [...many(at(page, 'items')), ...many(at(page, '@graph'))] : many(page),
  );
  return [...(isAnnotation(root) ? [root] : []), ...items.filter(isAnnotation)];
}

const sourceOf = (target: unknown): string => {
  if (typeof target === 'string') return target;
  const source = many(at(target, 'source'))[0];
  return typeof source === 'string' ? source : idOf(source) || idOf(target);
};

/** Some programs say the title beside the source. */
const titleOf = (target: unknown): string => {
  const source = many(at(target, 'source'))[0];
  return textAt(source, 'title') || textAt(source, 'label') || textAt(target, 'title');
};

/** All selectors of a target, refinements and choices too. */
function selectorsOf(value: unknown, depth = 0): readonly JsonObject[] {
  if (depth > deepest) return [];
  return objectsIn(value).flatMap((selector) => [
    selector,
    ...selectorsOf(at(selector, 'refinedBy'), depth + 1),
    ...selectorsOf(at(selector, 'items'), depth + 1),
  ]);
}

/** Null for an annotation of a whole page, or of something that is no text. */
function passageOf(annotation: JsonObject, target: unknown): LoosePassage | null {
  const selectors = selectorsOf(at(target, 'selector'));
  const ofType = (type: string) => selectors.find((selector) => typesOf(selector).includes(type));
  const quote = ofType('TextQuoteSelector');
  const exact = textAt(quote, 'exact');
  if (exact.trim() === '') return null;
  const position = ofType('TextPositionSelector');
  const [start, end] = [at(position, 'start'), at(position, 'end')];
  const isPlace = Number.isSafeInteger(start) && Number.isSafeInteger(end) && Number(start) >= 0;
  const createdAtMs = timeAt(annotation, 'created');
  return {
    uid: uidOf(
      idOf(annotation),
      sourceOf(target),
      exact,
      textAt(quote, 'prefix'),
      JSON.stringify(at(annotation, 'body') ?? ''),
    ),
    exact,
    prefix: textAt(quote, 'prefix'),
    suffix: textAt(quote, 'suffix'),
    ...(isPlace ? { position: { start: Number(start), end: Number(end) } } : {}),
    ...saidOf(annotation),
    ...(createdAtMs === undefined ? {} : { createdAtMs }),
  };
}

/** Kind, labels, fields and comment, from bodies and from Postil's own terms. */
function saidOf(annotation: JsonObject): Pick<LoosePassage, 'kind' | 'labels' | 'fields' | 'comment'> {
  const bodies = many(at(annotation, 'body'));
  const said = (wanted: (purposes: readonly string[]) => boolean): readonly string[] =>
    bodies.flatMap((body) => {
      const purposes = [...textsIn(at(body, 'purpose')), ...textsIn(at(body, 'motivation'))];
      if (!wanted(purposes)) return [];
      return typeof body === 'string' ? (/^(https?|urn):/i.test(body) ? [] : [body]) : [textAt(body, 'value')];
    });
  const tags = said((purposes) => purposes.includes('tagging')).map((tag) => tidyLine(tag, 200));
  const own = textAt(annotation, 'kind');
  const told = kindAndLabels(tags.filter((tag) => tag !== ''));
  const { kind, labels } = isKindId(own) ? { kind: own, labels: tags } : told;
  const comments = said((purposes) => !purposes.some((purpose) => purpose === 'tagging' || purpose === 'classifying'));
  const fields = Object.entries(at(annotation, 'fields') ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' && name !== '__proto__' ? [[name.slice(0, 64), value.slice(0, 2_000)] as const] : [],
  );
  return {
    kind,
    labels,
    fields: Object.fromEntries(fields.slice(0, 32)),
    comment: [...comments, textAt(annotation, 'bodyValue')].filter((comment) => comment.trim() !== '').join('\n\n'),
  };
}
