/**
 * REFI-QDA projects (`.qdpx`), as QualCoder, ATLAS.ti, NVivo, MAXQDA and Postil write them: text
 * sources become articles with their coded passages, memos become notes. What is no text stays out, and is counted.
 */
import { isEdtf } from '@shared/dates/edtf';
import {
  type DocumentType,
  emptyMetadata,
  type ImportedConnections,
  type ImportedDocument,
  type Metadata,
} from '@shared/model/document';
import { documentUid } from '@shared/model/ids';
import { countedLosses, type ImportLoss } from '@shared/outcome/import-loss-words';
import { decodeText } from '../decode-text';
import { detectLanguage, primaryLanguage } from '../detect-language';
import { toEdtf } from '../edtf-date';
import { safeLink } from '../html-elements';
import { authorNames } from '../html-metadata';
import type { FileToRead, Imported, Importer } from '../importer';
import { maxOfficeBytes, type OfficeZip, openOfficeZip, zipMentions } from '../office-zip';
import { brokenFile, noText, throwIfCancelled } from '../refusal';
import { tidyLine } from '../title';
import { textContent, type XmlElement } from '../xml';
import { readCodes } from './code-meanings';
import { type Coding, codesOf, farthestOf, labelsOf, passagesOf } from './coded-passages';
import { plainSource } from './plain-source';
import { connectionsOf, withoutLinkWords } from './project-connections';
import { attributeOf, descriptionOf, guidIn, localName, named, uidIn, within } from './qda-elements';

const mediaType = 'application/x-refi-qda-project';

export const qdpxImporter: Importer = {
  id: 'refi-project',
  label: { en: 'Project (REFI-QDA)', fr: 'Projet (REFI-QDA)' },
  extensions: ['qdpx'],
  mediaTypes: [mediaType],
  content: 'binary',
  maxBytes: maxOfficeBytes,
  detect: (bytes) => zipMentions(bytes, 'project.qde'),
  read,
};

interface Reading {
  readonly file: FileToRead;
  readonly zip: OfficeZip;
  readonly project: XmlElement;
  readonly coding: Coding;
  /** Names of the project's variables, by id. */
  readonly variables: ReadonlyMap<string, string>;
  /** Entries by their path in lower case: programs disagree about capitals. */
  readonly paths: ReadonlyMap<string, string>;
}

async function read(file: FileToRead, signal?: AbortSignal): Promise<Imported> {
  const zip = await openOfficeZip(file.name, file.bytes);
  const names = [...zip.names()];
  const path = names.find((name) => /(^|\/)[^/]*\.qde$/i.test(name));
  const project = path === undefined ? undefined : await zip.xml(path);
  if (project === undefined || localName(project) !== 'Project')
    throw brokenFile(file.name, 'it holds no REFI-QDA project');
  const isOwn = attributeOf(project, 'origin') === 'Postil';
  const codes = readCodes(named(project, 'CodeBook')[0], isOwn);
  const reading: Reading = {
    file,
    zip,
    project,
    coding: { codes: new Map(codes.map((code) => [code.guid, code])), isOwn },
    variables: new Map(
      within(project, 'Variables').map((variable) => [guidIn(variable), attributeOf(variable, 'name').toLowerCase()]),
    ),
    paths: new Map(names.map((name) => [name.toLowerCase(), name])),
  };
  return { holds: 'documents', ...(await documentsIn(reading, signal)) };
}

async function documentsIn(
  reading: Reading,
  signal?: AbortSignal,
): Promise<{ readonly documents: readonly ImportedDocument[]; readonly connections: ImportedConnections }> {
  const { file, project } = reading;
  const sources = within(project, 'Sources');
  const texts = sources.flatMap((source) => textSourceOf(source));
  const notes = within(project, 'Notes');
  const documents: ImportedDocument[] = [];
  let missing = 0;
  for (const [type, element] of [
    ...texts.map((source) => ['article', source] as const),
    ...notes.map((note) => ['note', note] as const),
  ]) {
    throwIfCancelled(file.name, signal);
    const text = await textOfSource(element, reading);
    if (text === null || text.trim() === '') missing++;
    else documents.push(await documentOf(type, element, text, reading));
  }
  const [first, ...others] = documents;
  if (first === undefined) throw noText(file.name);
  const { connections, lost } = connectionsOf(project, documents);
  const losses = lossesOf(reading, { others: sources.length - texts.length, absent: missing, ...lost });
  const whole = [{ ...first, losses: [...losses, ...first.losses] }, ...others];
  const isOwn = reading.coding.isOwn;
  return { documents: isOwn ? whole.map((each) => withoutLinkWords(each, connections.links)) : whole, connections };
}

/** A text, or the text that stands for a PDF. */
function textSourceOf(source: XmlElement): readonly XmlElement[] {
  if (localName(source) === 'TextSource') return [source];
  return localName(source) === 'PDFSource' ? named(source, 'Representation').slice(0, 1) : [];
}

/** The source's words; null when the file does not hold them. */
async function textOfSource(source: XmlElement, { zip, paths }: Reading): Promise<string | null> {
  const inline = named(source, 'PlainTextContent')[0];
  if (inline !== undefined) return textContent(inline);
  const path = attributeOf(source, 'plainTextPath').replace(/^internal:\/\//i, 'sources/');
  const entry = paths.get(path.toLowerCase());
  return entry === undefined ? null : (await decodeText(await zip.bytes(entry))).text;
}

async function documentOf(
  type: DocumentType,
  source: XmlElement,
  written: string,
  reading: Reading,
): Promise<ImportedDocument> {
  const text = plainSource(written, farthestOf(source));
  const { passages, placeless } = passagesOf(source, text, reading.coding);
  const uid = uidIn(source);
  const metadata = metadataOf(source, reading);
  return {
    ...(uid === undefined ? {} : { uid: documentUid(uid) }),
    type,
    title: tidyLine(attributeOf(source, 'name')),
    metadata: { ...metadata, language: metadata.language || (await detectLanguage(text.text)) },
    body: text.body,
    labels: labelsOf(codesOf(source, reading.coding), null),
    mediaType,
    losses: countedLosses([['placelessPassages', placeless]]),
    annotations: passages,
  };
}

/** What variables of a known name say of a source; their names are words of English, French or German. */
function metadataOf(source: XmlElement, { variables, coding }: Reading): Metadata {
  const values = new Map(
    named(source, 'VariableValue').map((value) => {
      const name = variables.get(guidIn(named(value, 'VariableRef')[0] ?? value, 'targetGUID')) ?? '';
      const content = value.children.findLast(
        (child) => typeof child !== 'string' && localName(child) !== 'VariableRef',
      );
      return [name, textContent(content).trim()] as const;
    }),
  );
  const say = (...names: readonly string[]): string =>
    names.map((name) => values.get(name) ?? '').find((value) => value !== '') ?? '';
  const url = safeLink(say('address', 'adresse', 'url', 'link'), '') ?? '';
  const date = say('date', 'datum');
  return {
    ...emptyMetadata,
    authors: authorNames([say('authors', 'auteurs', 'author', 'auteur', 'autor')]),
    site: tidyLine(say('site', 'publication', 'source'), 300),
    url: /^https?:/i.test(url) ? url : '',
    date: coding.isOwn && isEdtf(date) ? date : toEdtf(date),
    language: primaryLanguage(say('language', 'langue', 'sprache')),
    description: tidyLine(descriptionOf(source), 2000),
  };
}

interface Lost {
  readonly others: number;
  readonly absent: number;
  readonly links: number;
  readonly sets: number;
}

function lossesOf({ project, coding }: Reading, { others, absent, links, sets }: Lost): readonly ImportLoss[] {
  return countedLosses([
    ['sourcesWithoutText', others],
    ['absentTexts', absent],
    [coding.isOwn ? 'passageLinksInComments' : 'passageLinks', links],
    ['sets', sets],
    ['casesAndGraphs', within(project, 'Cases').length + within(project, 'Graphs').length],
  ]);
}
