/** Proving that an archive is whole: structure, every row against its seal, index = content, every hash, every anchor. */
import type { VerifyReport } from '@shared/contract/archive-shapes';
import type { ArchiveCalls } from './archive-api';
import { brokenSeals } from './seals';
import type { Store } from './store';
import { type Check, unchecked, verdict } from './verdict';
import { fieldValues, index, lists } from './verify-derived';
import { anchors, bodies, history, originals, pictures } from './verify-texts';

function structure(store: Store): Check {
  const answers = store
    .sql<[], { integrity_check: string }>('PRAGMA integrity_check(20)')
    .all()
    .map((row) => row.integrity_check);
  const ok = answers.length === 1 && answers[0] === 'ok';
  return verdict('structure', 0, ok ? [] : answers.map((name) => ({ what: 'row', name, of: '' })));
}

function references(store: Store): Check {
  const broken = store.sql<[], { table: string; parent: string }>('PRAGMA foreign_key_check').all();
  return verdict(
    'references',
    0,
    broken.map(({ table, parent }) => ({ what: 'row', name: `${table} → ${parent}`, of: '' })),
  );
}

/** What a person wrote and can read beside the texts: details, annotations, links, labels, times. */
function seals(store: Store): Check {
  const { rows, broken } = brokenSeals(store.db);
  return verdict('seals', rows, broken);
}

/** A check that stumbles over a damaged page has its answer: it failed. */
function attempted(name: string, check: () => Check): Check {
  try {
    return check();
  } catch (error) {
    return unchecked(name, error instanceof Error ? error.message : String(error));
  }
}

const checks: readonly (readonly [string, (store: Store) => Check])[] = [
  ['structure', structure],
  ['references', references],
  ['index', index],
  ['fields', fieldValues],
  ['lists', lists],
  ['originals', originals],
  ['pictures', pictures],
  ['bodies', bodies],
  ['history', history],
  ['anchors', anchors],
  ['seals', seals],
];

/** Hears which check begins, and how many are done of how many. */
export type OnCheck = (done: number, total: number, name: string) => void;

/** Runs every check over one state of the archive. */
export function verifyStore(store: Store, onCheck?: OnCheck): VerifyReport {
  return store.read(() => {
    const results = checks.map(([name, check], index) => {
      onCheck?.(index, checks.length, name);
      return attempted(name, () => check(store));
    });
    return { ok: results.every(({ ok }) => ok), checks: results };
  });
}

export function verifyCalls(store: Store): Pick<ArchiveCalls, 'verify'> {
  return { verify: () => verifyStore(store) };
}
