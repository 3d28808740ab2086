/**
 * Verifying over a connection of its own, so that whoever has the archive open goes on
 * reading and writing meanwhile. Does not look at the file's bytes: the process may have it open.
 */
import { resolve } from 'node:path';
import type { VerifyReport } from '@shared/contract/archive-shapes';
import { connect } from './connect';
import { guarded } from './failures';
import { createStore } from './store';
import { type OnCheck, verifyStore } from './verify';

/** Checks the archive at `path`. @throws Failure `archive/…` when it can't be read at all */
export function verifyFile(path: string, onCheck?: OnCheck): VerifyReport {
  const file = resolve(path);
  return guarded(file, () => {
    const db = connect(file, { create: false, journal: 'wal' });
    try {
      return verifyStore(createStore(db, file, {}), onCheck);
    } finally {
      db.close();
    }
  });
}
