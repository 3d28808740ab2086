/** An archive put together from one file a concern; each method's SQLite errors become failures. */
import { annotationCalls } from './annotations';
import type { Archive } from './archive-api';
import { readAsset } from './assets';
import { backUp } from './backup';
import { binCalls } from './bin';
import { collectionCalls } from './collections';
import { documentCalls } from './documents';
import { afterSettling, settleIfWritable, settleIndex } from './due-index';
import { factsOf } from './facts';
import { guarded } from './failures';
import { fieldValueCalls } from './field-values';
import { infoCalls } from './info';
import { insertBundle } from './insert-bundle';
import { importedCalls } from './insert-imported';
import { pictureCalls } from './keep-picture';
import { labelCalls } from './labels';
import { libraryCalls } from './library';
import { linkCalls } from './links';
import { mergeCalls } from './merge-documents';
import { nearDuplicateCalls } from './near-duplicates';
import { once } from './once';
import { readBundle } from './read-bundle';
import { readPassage } from './read-passage';
import { viewCalls } from './read-view';
import { indexIsComplete, rebuildIndexStep } from './rebuild-index';
import { revisionCalls } from './revisions';
import { saveBodyCalls } from './save-body';
import { aliasCalls } from './search/aliases';
import { completionCalls } from './search/complete-query';
import { pickerCalls } from './search/pickers';
import { aliasProposalCalls } from './search/propose-aliases';
import { relatedCalls } from './search/related';
import { savedSearchCalls } from './search/saved-searches';
import { searchCalls } from './search/search';
import type { Store } from './store';
import { tidyIndexStep } from './tidy-index';
import { verifyCalls } from './verify';

/** The archive over an open connection. `onClose` is told once. */
export function createArchiveOver(store: Store, onClose: () => void): Archive {
  const archive: Archive = {
    ...infoCalls(store),
    ...verifyCalls(store),
    ...libraryCalls(store),
    ...documentCalls(store),
    ...importedCalls(store),
    ...viewCalls(store),
    ...saveBodyCalls(store),
    ...pictureCalls(store),
    ...revisionCalls(store),
    ...binCalls(store),
    ...annotationCalls(store),
    ...labelCalls(store),
    ...fieldValueCalls(store),
    ...linkCalls(store),
    ...collectionCalls(store),
    ...afterSettling(store, searchCalls(store)),
    ...afterSettling(store, pickerCalls(store)),
    ...afterSettling(store, completionCalls(store)),
    ...afterSettling(store, savedSearchCalls(store)),
    ...aliasCalls(store),
    ...afterSettling(store, aliasProposalCalls(store)),
    ...afterSettling(store, relatedCalls(store)),
    ...afterSettling(store, nearDuplicateCalls(store)),
    ...mergeCalls(store),
    insertBundle: (bundle) => insertBundle(store, bundle),
    readPassage: (passage) => store.read(() => readPassage(store, passage)),
    readAsset: (sha256) => store.read(() => readAsset(store, sha256)),
    readBundle: (selection, nowMs) => {
      settleIfWritable(store);
      return store.read(() => readBundle(store, selection, nowMs));
    },
    dataVersion: () => Number(store.db.pragma('data_version', { simple: true })),
    once: (id, run) => once(store, id, run),
    backUp: (path, options) => backUp(store.db, path, options),
    rebuildIndexStep: (after) => rebuildIndexStep(store, after),
    settleIndex: () => settleIndex(store),
    tidyIndexStep: () => tidyIndexStep(store),
    indexIsComplete: () => store.read(() => indexIsComplete(store)),
    facts: () => store.read(() => factsOf(store.db)),
    checkpoint: () => void store.db.pragma('wal_checkpoint(TRUNCATE)'),
    close: () => {
      if (!store.db.open) return;
      store.db.close();
      onClose();
    },
  };
  return guardAll(store.path, archive);
}

function guardAll(path: string, archive: Archive): Archive {
  const guard =
    <A extends readonly unknown[], R>(run: (...input: A) => R) =>
    (...input: A): R =>
      guarded(path, () => run(...input));
  const entries = Object.entries(archive).map(([name, run]) => [name, guard(run)]);
  // The same names with the same functions, each inside a guard.
  return Object.fromEntries(entries) as Archive;
}
