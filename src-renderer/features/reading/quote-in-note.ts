/** Quotes a passage in a note: one on screen, one that exists, or a new one. Each act can be taken back. */
import { call } from '@renderer/client/client';
import { type PutPassage, putPassage } from '@renderer/editor/writing-commands';
import { flushAll } from '@renderer/features/document/pending-saves';
import type { SavedSession } from '@renderer/features/document/saved-session';
import { shownSession } from '@renderer/features/document/session-cache';
import type { Deed } from '@renderer/features/document/session-history';
import type { Annotation } from '@shared/model/annotation';
import { type Body, bodyVersion, type Passage } from '@shared/model/block';
import type { DocumentUid } from '@shared/model/ids';

/** The block that quotes an annotation. */
export function passageOf({ uid, document, selector }: Annotation): Passage {
  return { type: 'passage', annotation: uid, document, text: selector.exact };
}

const isEmptyParagraph = (block: Body['blocks'][number] | undefined): boolean =>
  block?.type === 'paragraph' && block.inlines.length === 0;

/** A body with a passage at its end and an empty paragraph to write on in. */
export function withPassage(body: Body, passage: Passage): Body {
  const blocks = isEmptyParagraph(body.blocks.at(-1)) ? body.blocks.slice(0, -1) : body.blocks;
  return { version: bodyVersion, blocks: [...blocks, passage, { type: 'paragraph', inlines: [] }] };
}

/** A body without the last quotation of an annotation; as it is when it has none. */
export function withoutPassage(body: Body, { annotation }: Passage): Body {
  const at = body.blocks.findLastIndex((block) => block.type === 'passage' && block.annotation === annotation);
  return at === -1 ? body : { version: bodyVersion, blocks: body.blocks.toSpliced(at, 1) };
}

/** Begins a note with the quotation; taken back, the note lies in the bin. */
export const quotingInNewNote = (title: string, annotation: Annotation): Deed<DocumentUid> => ({
  do: async () => {
    const body = withPassage({ version: bodyVersion, blocks: [] }, passageOf(annotation));
    return (await call('createNote', { title, body })).uid;
  },
  undo: (uid) => call('binDocuments', { uids: [uid] }),
  redo: (uid) => call('restoreDocuments', { uids: [uid] }),
});

/** Quotes in a note that exists: where its caret stands when it is on screen, else at its end. */
export function quotingInNote(note: DocumentUid, annotation: Annotation): Deed<DocumentUid> {
  const passage = passageOf(annotation);
  let put: PutPassage | null = null;
  let where: SavedSession | null = null;
  const quote = async (): Promise<DocumentUid> => {
    where = shownSession(note) ?? null;
    put = where === null ? null : putPassage(where.text.editor, passage);
    put?.show();
    if (put === null) await rewrite(note, (body) => withPassage(body, passage));
    return note;
  };
  return {
    do: quote,
    undo: async () => {
      // A note that was closed since is changed like any other that is not on screen.
      if (put !== null && shownSession(note) === where) put.takeOut();
      else await rewrite(note, (body) => withoutPassage(body, passage));
    },
    redo: quote,
  };
}

/** Saves another body of a note. Rejects with CallError. */
async function rewrite(note: DocumentUid, change: (body: Body) => Body): Promise<void> {
  await flushAll();
  const { document } = await call('openDocument', { uid: note });
  await call('saveBody', { uid: note, revision: document.revision, body: change(document.body), places: [] });
}
