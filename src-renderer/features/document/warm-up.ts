/**
 * Opens a small text that nobody sees: code that ran once runs several times faster, and the first long
 * article opened would otherwise be what it runs on first.
 */
import { addHighlightStyles } from '@renderer/editor/highlights';
import { TextSession } from '@renderer/editor/text-session';
import { type PackedView, unpackView } from '@shared/contract/packed-view';
import { type Block, bodyVersion } from '@shared/model/block';
import { annotationUid, documentUid } from '@shared/model/ids';
import { askScreenReader } from './screen-reader';

const sentence = 'One two three four five six seven eight nine ten. ';
const blocks = 150;
/** How often it is opened: what a block runs through is then compiled as far as the engine goes. */
const turns = 6;
/** Letters written into it. */
const keys = 6;
const document = documentUid('00000000-0000-7000-8000-000000000000');

function paragraph(index: number): Block {
  const text = sentence.repeat(1 + (index % 3));
  const inlines = index % 10 === 0 ? ([{ type: 'text', text, marks: ['bold'] }] as const) : [];
  return { type: 'paragraph', inlines: [...inlines, { type: 'text', text }] };
}

/** An article with some formatting and passages, of no archive. */
export function practiceView(): PackedView {
  const body = {
    version: bodyVersion,
    blocks: Array.from({ length: blocks }, (_, index) => paragraph(index)),
  } as const;
  const metadata = { authors: [], site: '', url: '', date: '', language: '', description: '' };
  const times = { createdAtMs: 0, updatedAtMs: 0, deletedAtMs: null };
  return {
    document: { uid: document, type: 'article', title: '', metadata, labels: [], originals: [], revision: 0, ...times },
    body,
    textHash: '',
    passages: Array.from({ length: 2 * blocks }, (_, index) => {
      const uid = annotationUid(`00000000-0000-7000-8000-${String(index).padStart(12, '0')}`);
      return [uid, 'claim', 40 * index, 40 * index + 9, '', {}, 0, 0];
    }),
    labels: {},
    others: [],
    links: {},
    documentLinks: [],
    backlinks: [],
    pictures: {},
    collections: [],
  };
}

const whenIdle = (): Promise<unknown> => new Promise((resolve) => requestIdleCallback(resolve));

/** Takes some hundredths of a second, a little at a time; call when the window is idle. */
export async function warmUp(): Promise<void> {
  addHighlightStyles();
  await askScreenReader();
  for (let turn = 0; turn < turns; turn++) {
    await whenIdle();
    openOnce();
  }
}

function openOnce(): void {
  const packed: PackedView = JSON.parse(JSON.stringify(practiceView()));
  const view = unpackView(packed);
  const words = { pictureNotKept: () => '', openPicture: () => '' };
  const text = new TextSession({ body: view.document.body, editable: false, markdown: false, words });
  text.knowHash(view.document.text, view.textHash);
  text.syncAnnotations(view.annotations, false);
  text.editor.setRootElement(window.document.createElement('div'));
  // Written in a little, too: the first keys in a long text then take no longer than those after them.
  for (let at = 0; at < keys; at++) text.replace([{ start: at, end: at, inserted: 'a' }]);
  text.editor.setRootElement(null);
  text.dispose();
}
