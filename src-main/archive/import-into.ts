/**
 * A file a person says is a document's: whatever its address, title or bytes, it becomes
 * that document's newest version, or the text a reference was waiting for.
 */
import type { DocumentUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import type { ImportItem, IntoOutcome, OriginalBytes } from './archive-api';
import { keepAsset } from './assets';
import { restoreFromBin } from './bin';
import { becomeVersion } from './import-version';
import { lacksPictures } from './lacks-pictures';
import { documentKey } from './lookup';
import { insertMarkedPassages } from './marked-passages';
import { addOriginal } from './originals';
import { prepareImport } from './prepare-import';
import { readFacts } from './read-document';
import { sha256Of } from './sha256';
import type { Changes, Store } from './store';

/**
 * An older original's bytes are a version again: kept once, told twice.
 * @throws Failure `document/not-found`, `import/not-an-article`
 */
export function importInto(
  store: Store,
  uid: DocumentUid,
  { document: imported, original, prepared: given }: ImportItem & { readonly original: OriginalBytes },
  changes: Changes,
): IntoOutcome {
  const key = documentKey(store, uid);
  if (key.type !== 'article')
    throw new Failure('import/not-an-article', 'A file can become the text of an article only, not of a note.', {
      uid,
    });
  if (key.deleted_at_ms !== null) restoreFromBin(store, key, changes);
  const { title, originals } = readFacts(store, key.id);
  const sha256 = given?.original?.sha256 ?? sha256Of(original.bytes);
  const prepared = given ?? prepareImport(imported, original);
  const isHere = originals.at(-1)?.sha256 === sha256;
  if (isHere && !lacksPictures(store, key.id, imported, prepared.body)) return { did: 'nothing', uid, title };
  for (const asset of imported.assets ?? []) keepAsset(store, asset);
  const version = becomeVersion(store, key, imported, prepared.body, changes);
  if (isHere) return { did: 'update', uid, ...version };
  const { fileName, mediaType, bytes } = original;
  const info = { sha256, fileName, mediaType, sizeBytes: bytes.length, capturedAtMs: store.nowMs() };
  addOriginal(store, key.id, info, bytes, prepared.original?.packed);
  insertMarkedPassages(store, key, imported.annotations ?? []);
  return { did: 'update', uid, ...version };
}
