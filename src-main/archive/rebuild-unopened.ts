/** Making the index anew in an archive whose damage keeps it from being opened: perhaps the index is all that is damaged. */
import { resolve } from 'node:path';
import { Failure } from '@shared/outcome/outcome';
import { connect } from './connect';
import { guarded } from './failures';
import { schemaOf } from './migrate';
import { newestSchema } from './migrations';
import { preflight } from './preflight';
import { rebuildIndexStep } from './rebuild-index';
import { createStore } from './store';
import { type OnWork, unwatched } from './watched-copy';

/**
 * Rebuilds the index of the archive at `path` in one transaction: when more than the index
 * is damaged nothing is changed. Returns how many documents were indexed.
 * @param onWork Told how far it is; what it throws ends the work, and nothing is changed.
 * @throws Failure `archive/…`
 */
export function rebuildUnopened(path: string, onWork: OnWork = unwatched): number {
  const file = resolve(path);
  return guarded(file, () => {
    preflight(file, newestSchema);
    const db = connect(file, { create: false, journal: 'wal' });
    try {
      if (schemaOf(db) !== newestSchema) throw stillDamaged(file);
      const store = createStore(db, file, {});
      return store.write(() => {
        let step = rebuildIndexStep(store, null);
        while (step.last !== null) {
          onWork('indexing', step.done, step.total);
          step = rebuildIndexStep(store, step.last);
        }
        onWork('checking', 0, 0);
        if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw stillDamaged(file);
        return step.done;
      });
    } finally {
      db.close();
    }
  });
}

const stillDamaged = (path: string): Failure =>
  new Failure('archive/damaged', 'More than the index is damaged. Nothing was changed; restore a backup.', { path });
