/**
 * Documents like one another: those that share words few documents have, names and
 * labels. Worked out from the index when it is asked for; nothing leaves the machine.
 */
import type { RelatedDocument, RelatedReason } from '@shared/contract/search-shapes';
import { scanTokens } from '@shared/query/tokens';
import type { ArchiveCalls } from '../archive-api';
import { labelsOf } from '../labels';
import { documentKey } from '../lookup';
import { readSummaries } from '../read-document';
import type { Store } from '../store';
import { documentsWith } from './word-counts';

/** Code units of the document that are read. */
const longestRead = 60_000;
/** Its words that are looked up, its rarest that are compared; bounds the time at some 20 ms. */
const mostLookedUp = 400;
const mostCompared = 60;
/** A word that more documents have says little. */
const mostDocuments = 200;
const mostReasons = 5;
const shortestWord = 4;

interface Word {
  readonly token: string;
  /** As it stands where it is first met. */
  readonly standing: string;
  count: number;
  /** How often it stands with a capital. */
  capitals: number;
}

const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const capital = /^\p{Lu}/u;

/** The words of a text; of Korean, Chinese and Japanese the pairs the index has. */
function wordsOf(text: string): readonly Word[] {
  const words = new Map<string, Word>();
  scanTokens(text, (token, start, end) => {
    if (token.length < (ideographs.test(token) ? 2 : shortestWord)) return true;
    const standing = text.slice(start, end);
    const word = words.get(token) ?? { token, standing, count: 0, capitals: 0 };
    word.count++;
    if (capital.test(standing)) word.capitals++;
    words.set(token, word);
    return true;
  });
  return [...words.values()];
}

const isName = ({ count, capitals }: Word): boolean => capitals === count && count > 1;

interface Telling extends RelatedReason {
  readonly weight: number;
  readonly match: string;
}

/** Rare words and names, the most telling first. */
function tellingWords(store: Store, text: string, documents: number): readonly Telling[] {
  return [...wordsOf(text)]
    .sort((a, b) => b.count * b.token.length - a.count * a.token.length)
    .slice(0, mostLookedUp)
    .flatMap((word): readonly Telling[] => {
      const found = documentsWith(store, word.token, mostDocuments + 1);
      if (found < 2 || found > mostDocuments) return [];
      const rarity = Math.log(1 + documents / found);
      const type = isName(word) ? 'name' : 'word';
      const weight = rarity * (1 + Math.log(word.count)) * (type === 'name' ? 1.5 : 1);
      return [{ type, text: word.standing, weight, match: `"${word.token}"` }];
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostCompared);
}

const documentsMatching = (store: Store, match: string): readonly number[] =>
  store
    .sql<[string, number], { id: number }>(
      'SELECT rowid AS id FROM document_index WHERE document_index MATCH ? ORDER BY rowid DESC LIMIT ?',
    )
    .all(match, mostDocuments)
    .map(({ id }) => id);

function documentsLabelled(store: Store, label: string): readonly number[] {
  return store
    .sql<[string, number], { id: number }>(
      `SELECT x.document AS id FROM document_labels x JOIN labels l ON l.id = x.label JOIN documents d ON d.id = x.document
       WHERE l.name = ? AND d.deleted_at_ms IS NULL ORDER BY x.document DESC LIMIT ?`,
    )
    .all(label, mostDocuments)
    .map(({ id }) => id);
}

interface Likeness {
  score: number;
  readonly reasons: { readonly reason: RelatedReason; readonly weight: number }[];
}

function related(store: Store, { uid, limit }: Parameters<ArchiveCalls['related']>[0]): readonly RelatedDocument[] {
  const { id } = documentKey(store, uid);
  const row = store
    .sql<[number, number], { text: string; title: string }>(
      'SELECT substr(b.text, 1, ?) AS text, d.title FROM bodies b JOIN documents d ON d.id = b.document WHERE d.id = ?',
    )
    .get(longestRead, id);
  const documents =
    store.sql<[], { count: number }>('SELECT count(*) AS count FROM documents WHERE deleted_at_ms IS NULL').get()
      ?.count ?? 0;
  const likeness = new Map<number, Likeness>();
  const share = (others: readonly number[], reason: RelatedReason, weight: number): void => {
    for (const other of others) {
      if (other === id) continue;
      const known = likeness.get(other) ?? { score: 0, reasons: [] };
      known.score += weight;
      known.reasons.push({ reason, weight });
      likeness.set(other, known);
    }
  };
  for (const { type, text, weight, match } of tellingWords(store, `${row?.title ?? ''}\n${row?.text ?? ''}`, documents))
    share(documentsMatching(store, match), { type, text }, weight);
  for (const label of labelsOf(store, 'document', id)) {
    const others = documentsLabelled(store, label);
    share(others, { type: 'label', text: label }, 1.5 * Math.log(1 + documents / Math.max(1, others.length)));
  }
  return answer(store, likeness, limit);
}

/** One rare word in common is chance: without a label it takes two reasons. */
const isTelling = ({ reasons }: Likeness): boolean =>
  reasons.length > 1 || reasons.some(({ reason }) => reason.type === 'label');

function answer(store: Store, likeness: ReadonlyMap<number, Likeness>, limit: number): readonly RelatedDocument[] {
  const best = [...likeness]
    .filter(([, like]) => isTelling(like))
    .sort(([a, { score: x }], [b, { score: y }]) => y - x || b - a)
    .slice(0, limit);
  const summaries = readSummaries(
    store,
    best.map(([id]) => id),
  );
  return best.flatMap(([, { score, reasons }], index) => {
    const document = summaries[index];
    if (document === undefined) return [];
    const telling = reasons.sort((a, b) => b.weight - a.weight).slice(0, mostReasons);
    return [{ document, score, reasons: telling.map(({ reason }) => reason) }];
  });
}

export function relatedCalls(store: Store): Pick<ArchiveCalls, 'related'> {
  return { related: (input) => store.read(() => related(store, input)) };
}
