/** Reads a document the way a window has it soonest. */
import type { CallInput } from '@shared/contract/calls';
import type { DocumentView } from '@shared/contract/document-shapes';
import { unpackView } from '@shared/contract/packed-view';
import { call } from './client';

/** What `openDocument` answers. Rejects with CallError. */
export async function readDocumentView(input: CallInput<'openDocument'>): Promise<DocumentView> {
  return unpackView(await call('readView', input));
}
