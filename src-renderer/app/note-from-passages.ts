/** New notes made of passages in one act, and taken back in one. */
import { call } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import { flushAll } from '@renderer/features/document/pending-saves';
import {
  type FoundPassages,
  mostPassages,
  passagesOfDocument,
  passagesOfSearch,
} from '@renderer/features/note/note-from-passages';
import { passagesBody } from '@renderer/features/note/passages-note';
import { currentLanguage } from '@renderer/i18n/i18n';
import { showToast } from '@renderer/ui/toasts';
import i18next from 'i18next';
import { closeIfOpen, openDocument, useRoute } from './route';

interface Wanted {
  readonly found: Promise<FoundPassages>;
  readonly title: (of: string) => string;
  readonly byKind: boolean;
}

async function make({ found, title, byKind }: Wanted): Promise<void> {
  const passages = await tellingFailure(found);
  if (passages === undefined) return;
  const { sources, total } = passages;
  const count = sources.reduce((sum, { annotations }) => sum + annotations.length, 0);
  if (count === 0) return void showToast({ text: i18next.t('note.nothingToQuote') });
  const cut = total > mostPassages ? i18next.t('note.passagesCut', { shown: count, total }) : '';
  const { scope, open: before } = useRoute.getState();
  const made = await tellingFailure(
    call('createNote', {
      title: title(passages.title),
      body: passagesBody({
        sources,
        byKind,
        remark: cut,
        language: currentLanguage(),
        untitled: i18next.t('reading.untitled'),
      }),
      ...(scope.in === 'collection' ? { collection: scope.collection } : {}),
    }),
  );
  if (made === undefined) return;
  openDocument(made.uid);
  const undo = async (): Promise<void> => {
    await tellingFailure(call('binDocuments', { uids: [made.uid] }));
    closeIfOpen([made.uid]);
    if (before !== null && useRoute.getState().open === null) openDocument(before.uid, before.target);
  };
  showToast({
    text: [i18next.t('note.madeFromPassages', { count }), cut].filter((part) => part !== '').join(' '),
    action: { label: i18next.t('common.undo'), run: () => void undo() },
  });
}

/** Of the document that is open. */
export async function noteFromOpenDocument(byKind: boolean): Promise<void> {
  const { open } = useRoute.getState();
  if (open === null) return void showToast({ text: i18next.t('note.openFirst') });
  await flushAll();
  await make({
    found: passagesOfDocument(open.uid),
    title: (of) => i18next.t('note.passagesOf', { title: of || i18next.t('reading.untitled') }),
    byKind,
  });
}

/** Of what is searched for. */
export async function noteFromSearch(): Promise<void> {
  const { query, hitSort, scope } = useRoute.getState();
  if (query.trim() === '') return void showToast({ text: i18next.t('note.searchFirst') });
  await make({
    found: passagesOfSearch(query, hitSort, scope),
    title: (of) => i18next.t('note.passagesOn', { query: of }),
    byKind: false,
  });
}
