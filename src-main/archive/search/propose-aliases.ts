/**
 * Names of different scripts that may mean the same: they sound alike, and the documents
 * that have them tell of the same. Worked out of the newest documents when asked for; a
 * proposal only, and a cautious one: two names that merely sound alike are not enough.
 */
import type { AliasProposal } from '@shared/contract/search-shapes';
import { editDistance } from '@shared/query/edit-distance';
import { indexText } from '@shared/query/index-text';
import { namesIn } from '@shared/query/names-in-text';
import { consonantsOf, romanised } from '@shared/query/romanise';
import type { ArchiveCalls } from '../archive-api';
import type { Store } from '../store';
import { aliasNames } from './aliases';

/** Documents looked through, and code units of each: some 100 ms in all. */
const mostDocuments = 400;
const mostRead = 6000;
/** Consonants two names must share, all of them. */
const fewestConsonants = 3;
/** Share of the letters of a rough spelling that may differ. */
const mostDifferent = 0.34;
/** A number that more of the documents have says little. */
const rareShare = 0.1;
const mostShared = 3;

interface Name {
  readonly name: string;
  readonly spelling: string;
  readonly script: 'Latin' | 'Cyrillic' | 'Hangul';
  readonly documents: Set<number>;
}

const scriptOf = (name: string): Name['script'] =>
  /\p{Script=Hangul}/u.test(name) ? 'Hangul' : /\p{Script=Cyrillic}/u.test(name) ? 'Cyrillic' : 'Latin';

interface Reading {
  /** By consonants; the most used first. */
  readonly alike: ReadonlyMap<string, readonly Name[]>;
  /** Numbers of each document. */
  readonly numbers: ReadonlyMap<number, ReadonlySet<string>>;
}

/** Three digits and more, but no years: those are everywhere. */
const numbersIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\d{3,}/g)].map(([number]) => number).filter((number) => !/^(?:19|20)\d\d$/.test(number)));

function readNewest(store: Store): Reading {
  const rows = store
    .sql<[number, number], { id: number; text: string }>(
      `SELECT d.id, d.title || char(10) || substr(b.text, 1, ?) AS text FROM documents d JOIN bodies b ON b.document = d.id
       WHERE d.deleted_at_ms IS NULL ORDER BY d.id DESC LIMIT ?`,
    )
    .all(mostRead, mostDocuments);
  const names = new Map<string, Name>();
  const numbers = new Map<number, ReadonlySet<string>>();
  for (const { id, text } of rows) {
    numbers.set(id, numbersIn(text));
    for (const name of namesIn(text)) {
      const known = names.get(name) ?? {
        name,
        spelling: romanised(name),
        script: scriptOf(name),
        documents: new Set<number>(),
      };
      known.documents.add(id);
      names.set(name, known);
    }
  }
  const alike = new Map<string, Name[]>();
  for (const name of names.values()) {
    const consonants = consonantsOf(name.spelling);
    if (consonants.length >= fewestConsonants) alike.set(consonants, [...(alike.get(consonants) ?? []), name]);
  }
  for (const group of alike.values())
    group.sort((a, b) => b.documents.size - a.documents.size || a.name.length - b.name.length);
  return { alike, numbers: rareOnly(numbers) };
}

function rareOnly(numbers: ReadonlyMap<number, ReadonlySet<string>>): Reading['numbers'] {
  const counts = new Map<string, number>();
  for (const each of numbers.values()) for (const number of each) counts.set(number, (counts.get(number) ?? 0) + 1);
  const most = Math.max(4, numbers.size * rareShare);
  return new Map(
    [...numbers].map(([id, each]) => [id, new Set([...each].filter((number) => (counts.get(number) ?? 0) <= most))]),
  );
}

/** The name of each script that is used most, where they sound alike. */
function oneOfEach(group: readonly Name[]): readonly Name[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const chosen = [first];
  for (const name of others) {
    if (chosen.some(({ script }) => script === name.script)) continue;
    const most = Math.floor(Math.max(first.spelling.length, name.spelling.length) * mostDifferent);
    if (editDistance(first.spelling, name.spelling, most) <= most) chosen.push(name);
  }
  return chosen;
}

const withSeveral = (names: readonly Name[]): ReadonlySet<number> =>
  new Set(
    names
      .flatMap(({ documents }) => [...documents])
      .filter((id) => names.filter(({ documents }) => documents.has(id)).length > 1),
  );

/** Numbers that documents of different names share; one that has several names tells nothing by its own. */
function sharedNumbers(
  names: readonly Name[],
  numbers: Reading['numbers'],
  several: ReadonlySet<number>,
): readonly string[] {
  const seen = new Map<string, number>();
  for (const { documents } of names) {
    const alone = [...documents].filter((id) => !several.has(id));
    const own = new Set(alone.flatMap((id) => [...(numbers.get(id) ?? [])]));
    for (const number of own) seen.set(number, (seen.get(number) ?? 0) + 1);
  }
  return [...seen].filter(([, count]) => count > 1).map(([number]) => number);
}

function proposalOf(group: readonly Name[], numbers: Reading['numbers']): AliasProposal | null {
  const names = oneOfEach(group);
  if (names.length < 2) return null;
  const several = withSeveral(names);
  const shared = sharedNumbers(names, numbers, several);
  // Either a document has both, or documents about the same have one each.
  if (several.size === 0 && shared.length < 2) return null;
  return {
    names: names.map(({ name }) => name),
    documents: names.map(({ documents }) => documents.size),
    together: several.size,
    shared: shared.slice(0, mostShared),
  };
}

/** The longest names stand for those that are parts of them. */
function withoutParts(proposals: readonly AliasProposal[]): readonly AliasProposal[] {
  const isPart = (a: AliasProposal, b: AliasProposal): boolean =>
    a !== b &&
    a.names.every((name) => b.names.some((other) => other !== name && other.includes(name))) &&
    a.documents.every((count, index) => count <= (b.documents[index] ?? 0));
  return proposals.filter((proposal) => !proposals.some((other) => isPart(proposal, other)));
}

/** Whether one set has all the names, or longer ones they are parts of ("Ким Чен" of "Ким Чен Ын"). */
const isKnown = ({ names }: AliasProposal, sets: readonly (readonly string[])[]): boolean =>
  sets.some((keys) => names.every((name) => keys.some((key) => ` ${key}`.includes(` ${indexText(name)}`))));

function proposeAliases(store: Store, limit: number): readonly AliasProposal[] {
  const sets = aliasNames(store).map((names) => names.map(indexText));
  const { alike, numbers } = readNewest(store);
  const proposals = [...alike.values()]
    .flatMap((group) => proposalOf(group, numbers) ?? [])
    .filter((proposal) => !isKnown(proposal, sets));
  const weight = ({ names, together, shared }: AliasProposal): number =>
    names.length * 2 + Math.min(5, together) + shared.length;
  return withoutParts(proposals)
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, limit);
}

export function aliasProposalCalls(store: Store): Pick<ArchiveCalls, 'proposeAliases'> {
  return { proposeAliases: ({ limit }) => store.read(() => proposeAliases(store, limit)) };
}
