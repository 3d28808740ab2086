/**
 * Hypothesis' own JSON: exports of its client and answers of its service. Annotations with a
 * quotation are attached to the article of their address; answers go to the comment they answer.
 */
import type { LoosePassage } from '@shared/model/document';
import { countedLosses } from '@shared/outcome/import-loss-words';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from '../importer';
import { at, type JsonObject, jsonMentions, objectsIn, parseJson, textAt, textsIn, timeAt } from '../json-value';
import { kindAndLabels, splitComment } from '../kind-words';
import { signedComment } from '../marked-body';
import { brokenFile } from '../refusal';
import { tidyLine } from '../title';
import { Gathering, uidOf } from './loose-passages';

/** Annotations read of one file. */
const mostAnnotations = 200_000;
/** Who Postil's own exports are signed by. */
const ownUser = 'acct:postil@hypothes.is';

export const hypothesisImporter: Importer = {
  id: 'hypothesis',
  label: { en: 'Hypothesis (JSON)', fr: 'Hypothesis (JSON)' },
  extensions: ['json'],
  mediaTypes: ['application/json'],
  content: 'text',
  maxBytes: maxTextBytes,
  detect: (bytes) => jsonMentions(bytes, '"export_userid"', '@hypothes.is'),
  read,
};

async function read(file: FileToRead): Promise<Imported> {
  const root = await parseJson(file);
  const rows = ['annotations', 'rows'].flatMap((key) => objectsIn(at(root, key)));
  if (rows.length === 0)
    throw brokenFile(file.name, 'it holds neither annotations of Hypothesis nor references (CSL-JSON)');
  if (rows.length > mostAnnotations) throw brokenFile(file.name, `it has more than ${mostAnnotations} annotations`);
  const answers = answersIn(rows);
  const gathering = new Gathering();
  let wordless = 0;
  for (const row of rows.filter((each) => !isAnswer(each))) {
    const passage = passageOf(row, answers.get(textAt(row, 'id')) ?? []);
    if (passage === null) wordless++;
    else gathering.add({ address: addressOf(row), title: textAt(at(row, 'document'), 'title') }, passage);
    answers.delete(textAt(row, 'id'));
  }
  // Answers to what is not in the file, or to a page, belong to no passage.
  const left = [...answers.values()].reduce((sum, { length }) => sum + length, 0);
  const losses = countedLosses([['annotationsWithoutWords', wordless + left]]);
  const sources = gathering.sources();
  if (sources.length === 0) throw brokenFile(file.name, 'none of its annotations marks words of a page');
  return { holds: 'annotations', sources, losses };
}

const isAnswer = (row: JsonObject): boolean => textsIn(at(row, 'references')).length > 0;
const addressOf = (row: JsonObject): string => textAt(row, 'uri') || textAt(objectsIn(at(row, 'target'))[0], 'source');

/** Answers by the annotation at the head of their thread, in the order of the file. */
function answersIn(rows: readonly JsonObject[]): Map<string, JsonObject[]> {
  const answers = new Map<string, JsonObject[]>();
  for (const row of rows) {
    const [head] = textsIn(at(row, 'references'));
    if (head === undefined) continue;
    const thread = answers.get(head);
    if (thread === undefined) answers.set(head, [row]);
    else thread.push(row);
  }
  return answers;
}

/** "name" of `acct:name@hypothes.is`; empty for Postil's own. */
function authorOf(row: JsonObject): string {
  const user = textAt(row, 'user');
  if (user === ownUser) return '';
  return tidyLine(textAt(at(row, 'user_info'), 'display_name') || user.replace(/^acct:([^@]*)@.*$/, '$1'), 100);
}

/** Null for a note of the whole page. */
function passageOf(row: JsonObject, answers: readonly JsonObject[]): LoosePassage | null {
  const selectors = objectsIn(at(row, 'target')).flatMap((target) => objectsIn(at(target, 'selector')));
  const quote = selectors.find((selector) => textAt(selector, 'type') === 'TextQuoteSelector');
  const exact = textAt(quote, 'exact');
  if (exact.trim() === '') return null;
  const tags = textsIn(at(row, 'tags'))
    .map((tag) => tidyLine(tag, 200))
    .filter((tag) => tag !== '');
  const { kind, labels } = kindAndLabels(tags);
  const isOwn = textAt(row, 'user') === ownUser;
  const said = textAt(row, 'text').trim();
  const split = isOwn ? splitComment(said, kind, plainItem) : { comment: signed(row), fields: [] };
  const createdAtMs = timeAt(row, 'created');
  return {
    uid: uidOf(textAt(row, 'id'), addressOf(row), exact, said),
    exact,
    prefix: textAt(quote, 'prefix'),
    suffix: textAt(quote, 'suffix'),
    kind,
    labels,
    fields: Object.fromEntries(split.fields),
    comment: [split.comment, ...answers.map(signed)].filter((part) => part !== '').join('\n\n'),
    ...(createdAtMs === undefined ? {} : { createdAtMs }),
  };
}

const signed = (row: JsonObject): string => {
  const said = textAt(row, 'text').trim();
  return said === '' ? '' : signedComment(said, authorOf(row));
};

/** A line of the list Postil writes after the comment, out of its Markdown. */
const plainItem = (line: string): string =>
  line.startsWith('- ') ? line.slice(2).replace(/\\([\\`*_[\]<>#])/g, '$1') : line;
