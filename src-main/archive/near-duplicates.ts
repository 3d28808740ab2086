/**
 * Articles with nearly the same text, as an agency's dispatch in two papers. Candidates are
 * those that have the same rare words in the index; then the texts themselves are compared.
 * Worked out in milliseconds whenever it is asked for; kept is only which pairs are to stay two.
 */
import type { NearDuplicatePair, NearDuplicatesStep } from '@shared/contract/duplicate-calls';
import { isIdeographic, scanTokens } from '@shared/query/tokens';
import type { ArchiveCalls } from './archive-api';
import { isKeptApart, setKeptApart } from './kept-apart';
import { documentKey } from './lookup';
import { readSummaries } from './read-document';
import { alike, runsOf } from './same-text';
import type { Store } from './store';

/**
 * Least that two texts share. Dispatches edited by two papers share 0.6 and more, two
 * reports of one event that quote the same sentences 0.3 at most.
 */
export const leastShare = 0.5;
/** A text of fewer runs of words says too little: captions and stubs are alike by chance. */
const leastRuns = 24;
/** Code units that are compared; nobody reprints a book. */
const longestRead = 100_000;
/** Words that are looked up; runs of pairs of characters, and how many pairs make one. */
const mostLookedUp = 40;
const mostPairsLookedUp = 40;
const pairRun = 4;
/** A word that more documents have tells none of them apart. */
const mostDocuments = 100;
/** Part of the telling words that a candidate has, and candidates that are read. */
const leastOfWords = 0.3;
const mostCandidates = 8;
/** Time a step through all articles may take, in milliseconds: other calls wait for it. */
const stepMs = 100;

/**
 * What is most likely to be rare in a text: its longest words, equal ones from all over it. Where words are
 * pairs of characters, of which most are common, runs of them.
 */
export function tellingTokens(text: string): readonly string[] {
  const tokens: string[] = [];
  scanTokens(text, (token) => {
    tokens.push(token);
    return true;
  });
  const pairs = tokens.filter(isIdeographic).length > tokens.length / 2;
  const all = pairs ? tokens.slice(pairRun - 1).map((_, end) => tokens.slice(end, end + pairRun).join(' ')) : tokens;
  const length = ({ token }: { readonly token: string }): number => (pairs ? 0 : token.length);
  return [...new Set(all)]
    .map((token) => ({ token, order: scattered(token) }))
    .sort((a, b) => length(b) - length(a) || a.order - b.order)
    .slice(0, pairs ? mostPairsLookedUp : mostLookedUp)
    .map(({ token }) => token);
}

/** A number that says nothing of a token's place in the text (FNV-1a). */
function scattered(token: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < token.length; index++) hash = Math.imul(hash ^ token.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

function documentsOf(store: Store, token: string): readonly number[] {
  return store
    .sql<[string, number], { id: number }>(
      'SELECT rowid AS id FROM document_index WHERE document_index MATCH ? LIMIT ?',
    )
    .all(`"${token}"`, mostDocuments + 1)
    .map(({ id }) => id);
}

/** Documents that have many of the same rare words, those with most of them first. */
function candidatesOf(store: Store, id: number, text: string, isWanted: (id: number) => boolean): readonly number[] {
  const shared = new Map<number, number>();
  let telling = 0;
  for (const token of tellingTokens(text)) {
    const others = documentsOf(store, token).filter((other) => other !== id);
    if (others.length === 0 || others.length >= mostDocuments) continue;
    telling++;
    for (const other of others) if (isWanted(other)) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return [...shared]
    .filter(([, count]) => count > 1 && count >= telling * leastOfWords)
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, mostCandidates)
    .map(([other]) => other);
}

const articleText = `SELECT substr(b.text, 1, ${longestRead}) AS text FROM bodies b JOIN documents d ON d.id = b.document
  WHERE d.id = ? AND d.type = 'article' AND d.deleted_at_ms IS NULL`;

const textOfArticle = (store: Store, id: number): string =>
  store.sql<[number], { text: string }>(articleText).get(id)?.text ?? '';

interface Alike {
  readonly id: number;
  readonly share: number;
}

/** Articles nearly the same as one, most alike first. */
function duplicatesOf(store: Store, id: number, isWanted: (id: number) => boolean): readonly Alike[] {
  const text = textOfArticle(store, id);
  if (text === '') return [];
  const candidates = candidatesOf(store, id, text, isWanted);
  if (candidates.length === 0) return [];
  const runs = runsOf(text);
  if (runs.size < leastRuns) return [];
  return candidates
    .map((other) => ({ id: other, share: alike(runs, runsOf(textOfArticle(store, other))) }))
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share || a.id - b.id);
}

function nearDuplicates(
  store: Store,
  { uid, limit }: Parameters<ArchiveCalls['nearDuplicates']>[0],
): readonly NearDuplicatePair[] {
  const { id } = documentKey(store, uid);
  const found = duplicatesOf(store, id, () => true).slice(0, limit);
  return withSummaries(
    store,
    found.map(({ id: other, share }) => ({ older: Math.min(id, other), newer: Math.max(id, other), share })),
  );
}

const articlesAfter = `SELECT id FROM documents WHERE id > ? AND type = 'article' AND deleted_at_ms IS NULL
  ORDER BY id LIMIT 500`;
const articles = "SELECT count(*) AS count FROM documents WHERE type = 'article' AND deleted_at_ms IS NULL";

/** Each article is compared with those before it, so that a pair is told once. */
function nearDuplicatesStep(
  store: Store,
  { after }: Parameters<ArchiveCalls['nearDuplicatesStep']>[0],
): NearDuplicatesStep {
  const until = performance.now() + stepMs;
  const pairs: { readonly older: number; readonly newer: number; readonly share: number }[] = [];
  const total = store.sql<[], { count: number }>(articles).get()?.count ?? 0;
  const ids = store.sql<[number], { id: number }>(articlesAfter).all(after);
  let last = after;
  for (const { id } of ids) {
    for (const { id: older, share } of duplicatesOf(store, id, (other) => other < id))
      pairs.push({ older, newer: id, share });
    last = id;
    if (performance.now() > until) break;
  }
  const left = store.sql<[number], { count: number }>(`${articles} AND id > ?`).get(last)?.count ?? 0;
  return { pairs: withSummaries(store, pairs), done: total - left, total, after: left === 0 ? null : last };
}

function withSummaries(
  store: Store,
  pairs: readonly { readonly older: number; readonly newer: number; readonly share: number }[],
): readonly NearDuplicatePair[] {
  const summaries = readSummaries(
    store,
    pairs.flatMap(({ older, newer }) => [older, newer]),
  );
  return pairs.flatMap(({ share, ...ids }, index) => {
    const [older, newer] = [summaries[2 * index], summaries[2 * index + 1]];
    if (older === undefined || newer === undefined) return [];
    return [{ older, newer, share, keptApart: isKeptApart(store, ids.older, ids.newer) }];
  });
}

export function nearDuplicateCalls(
  store: Store,
): Pick<ArchiveCalls, 'nearDuplicates' | 'nearDuplicatesStep' | 'setKeptApart'> {
  return {
    setKeptApart: ({ one, other, apart }) =>
      store.write(() => {
        setKeptApart(store, one, other, apart);
        return null;
      }),
    nearDuplicates: (input) => store.read(() => nearDuplicates(store, input)),
    nearDuplicatesStep: (input) => store.read(() => nearDuplicatesStep(store, input)),
  };
}
