/** Ways in: files, a folder, a drop, pasted content, the samples. */

import { call, shell } from '@renderer/client/client';
import { startJob } from '@renderer/client/jobs';
import { showToast } from '@renderer/ui/toasts';
import type { Scope } from '@shared/contract/calls';
import type { Grant } from '@shared/contract/shell';
import type { DocumentUid } from '@shared/model/ids';
import i18next from 'i18next';

/** What is shown when a collection is looked at goes into it. */
const intoScope = (scope: Scope) => (scope.in === 'collection' ? { collection: scope.collection } : {});

function importGrant(grant: Grant | null, scope: Scope): Promise<void> {
  if (grant === null) return Promise.resolve();
  return startJob(
    { kind: 'import', name: grant.name },
    call('startImport', { grant: grant.grant, ...intoScope(scope) }),
  );
}

/** Asks for files or a folder, then brings them in. */
export async function importPicked(what: 'files' | 'folder', scope: Scope): Promise<void> {
  await importGrant(await shell().pickImport(what), scope);
}

/** Asks for a document's file, then imports it as its newest version. */
export async function importInto(uid: DocumentUid): Promise<void> {
  const grant = await shell().pickImport('file');
  if (grant === null) return;
  await startJob({ kind: 'import', name: grant.name }, call('startImport', { grant: grant.grant, into: uid }));
}

/** Names the system can't write come without a name as without a place. */
function unknownWords(names: readonly string[]): string {
  const name = names.find((one) => one !== '');
  const count = names.length;
  return name === undefined
    ? i18next.t('importing.unknownName', { count })
    : i18next.t('importing.unknownPlace', { count, name });
}

/** Brings in files and folders dropped on the window. */
export async function importDropped(files: readonly File[], scope: Scope): Promise<void> {
  if (files.length === 0) return;
  const { grant, unknown } = await shell().grantDropped(files);
  if (unknown.length > 0) showToast({ text: unknownWords(unknown), tone: 'failed' });
  await importGrant(grant, scope);
}

/** Brings in pasted content; HTML is cleaned on the other side like a file's. */
export function importPasted(content: { readonly text: string; readonly html?: string }): Promise<void> {
  return startJob({ kind: 'import', name: '' }, call('startPaste', content));
}

/** Brings in the sample articles. */
export function importSamples(): Promise<void> {
  return startJob({ kind: 'import', name: '' }, call('startSamples', {}));
}

/** What a paste or drop carries as text; null when there is none. */
export function textOf(data: DataTransfer): { readonly text: string; readonly html?: string } | null {
  const text = data.getData('text/plain');
  const html = data.getData('text/html');
  if (text.trim() === '' && html === '') return null;
  return html === '' ? { text } : { text, html };
}
