/** `project.qde`: sources with selections and codes, notes, links, sets, in the order the schema has them. Pure. */
import type { ExportLanguage } from '@shared/contract/export-choices';
import { isSymmetric } from '@shared/kinds/relations';
import type { Annotation } from '@shared/model/annotation';
import type { ExportBundle } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import { codePointsBefore } from '@shared/text/code-points';
import { type Content, legal, type Markup, xml, xmlFile } from '../markup';
import { nameOfBundle } from '../name-of-bundle';
import { type BundleIndex, indexBundle } from '../reading/bundle-index';
import {
  documentFacts,
  fieldFacts,
  isoTime,
  linkTarget,
  oneLine,
  relationWords,
  titleWords,
} from '../reading/passage-words';
import { readingWords } from '../reading/reading-words';
import { type CodeTree, codeTree } from './codes';
import { guidOf, uniqueName } from './guid';

/** Lower case: one of the readers refuses a capital. */
export const sourcePath = (guid: string): string => `sources/${guid}.txt`;
const internalPath = (guid: string): string => `internal://${guid}.txt`;
const user = guidOf('user', 'postil');

export interface Project {
  readonly xml: string;
  /** Plain texts by the id of their source or note. */
  readonly texts: ReadonlyMap<string, string>;
}

interface Making {
  readonly bundle: ExportBundle;
  readonly index: BundleIndex;
  readonly codes: CodeTree;
  readonly language: ExportLanguage;
  readonly texts: Map<string, string>;
  readonly names: Set<string>;
}

/** A moment, or no attribute at all. */
const when = (ms: number): string | null => isoTime(ms) || null;

/** Facts about a document that become variables; the others say nothing to such programs. */
const variableIds: ReadonlySet<string> = new Set(['authors', 'site', 'date', 'url', 'language']);
const variableGuid = (id: string): string => guidOf('variable', id);

function variables({ language }: Making): Markup {
  const words = readingWords[language];
  const names = {
    authors: words.authors,
    site: words.site,
    date: words.date,
    url: words.address,
    language: words.language,
  };
  return xml(
    'Variables',
    {},
    Object.entries(names).map(([id, name]) =>
      xml('Variable', { guid: variableGuid(id), name, typeOfVariable: 'Text' }),
    ),
  );
}

/** The comment as it stands, then what has no code: names, dates, links. */
function description(annotation: Annotation, { index, language }: Making): string {
  const choices = fieldFacts(annotation, language).map(({ label, value }) => `${label}: ${value}`);
  const links = index
    .linksOf(annotation.uid)
    .map((end) => `→ ${relationWords(end.link, end.outgoing, language)} ${linkTarget(end, index, language)}`);
  return [annotation.comment, [...choices, ...links].join('\n')].filter((part) => part !== '').join('\n\n');
}

const codings = (owner: string, codes: readonly string[], ms: number): Content =>
  codes.map((code) =>
    xml(
      'Coding',
      { guid: guidOf('coding', owner, code), creatingUser: user, creationDateTime: when(ms) },
      xml('CodeRef', { targetGUID: code }),
    ),
  );

function selection(annotation: Annotation, document: Document, making: Making): Markup {
  const { start, end, exact } = annotation.selector;
  const words = description(annotation, making);
  return xml(
    'PlainTextSelection',
    {
      guid: annotation.uid,
      name: oneLine(exact).slice(0, 60).toWellFormed(),
      startPosition: codePointsBefore(document.text, start),
      endPosition: codePointsBefore(document.text, end),
      creatingUser: user,
      creationDateTime: when(annotation.createdAtMs),
      modifiedDateTime: when(annotation.updatedAtMs),
    },
    words !== '' && xml('Description', {}, words),
    codings(annotation.uid, making.codes.ofPassage(annotation), annotation.createdAtMs),
  );
}

function source(document: Document, making: Making): Markup {
  const { index, codes, language, names, texts } = making;
  texts.set(document.uid, document.text);
  const placed = index.annotationsOf(document.uid).filter(({ orphaned }) => !orphaned);
  const values = documentFacts({ ...document, originals: [] }, index, language).filter(({ id }) => variableIds.has(id));
  const textOf = (id: string, value: string): string => (id === 'date' ? document.metadata.date : value);
  return xml(
    'TextSource',
    {
      guid: document.uid,
      name: uniqueName(titleWords(document.title, language), names),
      plainTextPath: internalPath(document.uid),
      creatingUser: user,
      creationDateTime: when(document.createdAtMs),
      modifiedDateTime: when(document.updatedAtMs),
    },
    document.metadata.description !== '' && xml('Description', {}, document.metadata.description),
    placed.map((annotation) => selection(annotation, document, making)),
    codings(document.uid, codes.ofDocument(document), document.createdAtMs),
    values.map(({ id, value }) =>
      xml(
        'VariableValue',
        {},
        xml('VariableRef', { targetGUID: variableGuid(id) }),
        xml('TextValue', {}, textOf(id, value)),
      ),
    ),
  );
}

function note(guid: string, name: string, text: string, ms: number, { names, texts }: Making): Markup {
  texts.set(guid, text);
  return xml('Note', {
    guid,
    name: uniqueName(name, names),
    plainTextPath: internalPath(guid),
    creatingUser: user,
    creationDateTime: when(ms),
  });
}

/** Notes without passages of their own, and what orphans have to say: both stand alone, or a reader drops them. */
function notes(making: Making): readonly Markup[] {
  const { bundle, index, language } = making;
  const words = readingWords[language];
  const written = bundle.documents
    .filter((document) => !isSource(document, index))
    .map((document) =>
      note(document.uid, titleWords(document.title, language), document.text, document.createdAtMs, making),
    );
  const lost = bundle.documents.flatMap((document) => {
    const orphans = index.annotationsOf(document.uid).filter(({ orphaned }) => orphaned);
    if (orphans.length === 0) return [];
    const text = orphans
      .map((annotation) =>
        [words.quoted(annotation.selector.exact), description(annotation, making)]
          .filter((part) => part !== '')
          .join('\n'),
      )
      .join('\n\n');
    return [
      note(
        guidOf('orphans', document.uid),
        `${words.orphans} - ${titleWords(document.title, language)}`,
        legal(text),
        bundle.exportedAtMs,
        making,
      ),
    ];
  });
  return [...written, ...lost];
}

/** A note that has passages is a source like an article: passages need one. */
const isSource = (document: Document, index: BundleIndex): boolean =>
  document.type === 'article' || index.annotationsOf(document.uid).some(({ orphaned }) => !orphaned);

function links({ bundle, index, language }: Making): readonly Markup[] {
  return bundle.links.flatMap((link) => {
    const from = index.annotation(link.from);
    const to = 'annotation' in link.to ? index.annotation(link.to.annotation) : index.document(link.to.document);
    const held = (end: typeof from | typeof to): boolean => end !== undefined && !('orphaned' in end && end.orphaned);
    if (!held(from) || !held(to) || to === undefined) return [];
    return [
      xml('Link', {
        guid: link.uid,
        name: relationWords(link, true, language),
        direction: isSymmetric(link.relation) ? 'Associative' : 'OneWay',
        originGUID: link.from,
        targetGUID: to.uid,
      }),
    ];
  });
}

function sets({ bundle, index }: Making): readonly Markup[] {
  const names = new Set<string>();
  return bundle.collections.flatMap(({ uid }) => {
    const members = bundle.memberships
      .filter(({ collection }) => collection === uid)
      .flatMap(({ document }) => index.document(document) ?? []);
    if (members.length === 0) return [];
    const sources = members.filter((document) => isSource(document, index));
    const others = members.filter((document) => !isSource(document, index));
    return [
      xml(
        'Set',
        { guid: uid, name: uniqueName(index.pathOfCollection(uid).replaceAll(' / ', ' - '), names) },
        sources.map((document) => xml('MemberSource', { targetGUID: document.uid })),
        others.map((document) => xml('MemberNote', { targetGUID: document.uid })),
      ),
    ];
  });
}

/** The project's file and the texts beside it. An empty container is invalid, so there is none. */
export function projectOf(bundle: ExportBundle, language: ExportLanguage): Project {
  const making: Making = {
    bundle,
    index: indexBundle(bundle),
    codes: codeTree(bundle, language),
    language,
    texts: new Map(),
    names: new Set(),
  };
  const container = (name: string, children: readonly Markup[]): Content =>
    children.length > 0 && xml(name, {}, children);
  const sources = bundle.documents
    .filter((document) => isSource(document, making.index))
    .map((document) => source(document, making));
  const root = xml(
    'Project',
    {
      xmlns: 'urn:QDA-XML:project:1.0',
      name: oneLine(nameOfBundle(bundle, language)),
      origin: 'Postil',
      creatingUserGUID: user,
      creationDateTime: when(bundle.exportedAtMs),
    },
    xml('Users', {}, xml('User', { guid: user, name: 'Postil' })),
    xml('CodeBook', {}, making.codes.markup),
    variables(making),
    container('Sources', sources),
    container('Notes', notes(making)),
    container('Links', links(making)),
    container('Sets', sets(making)),
  );
  return { xml: xmlFile(root), texts: making.texts };
}
