/** Makes notes, empty or from a template, and opens them. */

import { call } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import { flushAll } from '@renderer/features/document/pending-saves';
import {
  dailyTitle,
  dayOf,
  type NoteTemplate,
  templateBody,
  templateLabels,
} from '@renderer/features/note/note-templates';
import type { TemplateChoice } from '@renderer/features/note/TemplatePicker';
import { currentLanguage } from '@renderer/i18n/i18n';
import { showToast } from '@renderer/ui/toasts';
import type { Body } from '@shared/model/block';
import type { DocumentUid } from '@shared/model/ids';
import i18next from 'i18next';
import { openDocument, useRoute } from './route';

/** In the collection that is shown, if one is. */
async function make(title: string, body?: Body): Promise<void> {
  const { scope } = useRoute.getState();
  const made = await tellingFailure(
    call('createNote', {
      title,
      ...(body === undefined ? {} : { body }),
      ...(scope.in === 'collection' ? { collection: scope.collection } : {}),
    }),
  );
  if (made) open(made.uid);
}

function open(uid: DocumentUid): void {
  // A search would hide the note from the list.
  useRoute.setState({ query: '' });
  openDocument(uid);
}

/** An empty note. */
export const newNote = (): Promise<void> => make(i18next.t('common.untitledNote'));

/** The note of today: the one there is, or a new one. */
export async function openTodaysNote(): Promise<void> {
  const now = Date.now();
  const found = await tellingFailure(call('findTitles', { text: dayOf(now), limit: 100 }));
  if (found === undefined) return;
  const today = found.find(({ type, title }) => type === 'note' && title.startsWith(dayOf(now)));
  if (today !== undefined) open(today.uid);
  else await make(dailyTitle(now, currentLanguage()), templateBody(i18next.t('note.templates.daily.body')));
}

async function fromTemplate(template: NoteTemplate): Promise<void> {
  if (template === 'daily') return openTodaysNote();
  await make(i18next.t(`note.templates.${template}.title`), templateBody(i18next.t(`note.templates.${template}.body`)));
}

/** A note that begins as a template does; one of the person's own gives its title and text. */
export async function newNoteFrom(choice: TemplateChoice): Promise<void> {
  if ('template' in choice) return fromTemplate(choice.template);
  const own = await tellingFailure(call('openDocument', { uid: choice.note }));
  if (own) await make(own.document.title, own.document.body);
}

/** Keeps the open note as a template: a copy of it with the label that makes it one. */
export async function saveAsTemplate(): Promise<void> {
  const { open: shown } = useRoute.getState();
  await flushAll();
  const view = shown === null ? undefined : await tellingFailure(call('openDocument', { uid: shown.uid }));
  if (view?.document.type !== 'note') return void showToast({ text: i18next.t('note.openNoteFirst') });
  const { title, body } = view.document;
  const made = await tellingFailure(call('createNote', { title, body }));
  if (made === undefined) return;
  const label = templateLabels[currentLanguage()];
  await tellingFailure(call('setDocumentLabels', { uid: made.uid, labels: [label] }));
  showToast({
    text: i18next.t('note.templateSaved', { title, label }),
    action: { label: i18next.t('note.openTemplate'), run: () => open(made.uid) },
  });
}
