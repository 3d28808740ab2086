/** Puts a passage at the end of a note, or begins a note with it. */
import { call } from '@renderer/client/client';
import type { Annotation } from '@shared/model/annotation';
import { type Body, bodyVersion, type Passage } from '@shared/model/block';
import type { DocumentUid } from '@shared/model/ids';

/** The block that quotes an annotation. */
export function passageOf({ uid, document, selector }: Annotation): Passage {
  return { type: 'passage', annotation: uid, document, text: selector.exact };
}

/** A body with a passage at its end and an empty paragraph to write on in. */
export function withPassage(body: Body, passage: Passage): Body {
  const last = body.blocks.at(-1);
  const blocks = last?.type === 'paragraph' && last.inlines.length === 0 ? body.blocks.slice(0, -1) : body.blocks;
  return { version: bodyVersion, blocks: [...blocks, passage, { type: 'paragraph', inlines: [] }] };
}

/** Quotes in a note that exists. Rejects with CallError. */
export async function quoteInNote(note: DocumentUid, annotation: Annotation): Promise<void> {
  const { document } = await call('openDocument', { uid: note });
  await call('saveBody', {
    uid: note,
    revision: document.revision,
    body: withPassage(document.body, passageOf(annotation)),
    places: [],
  });
}

/** Begins a note with the quotation. */
export async function quoteInNewNote(title: string, annotation: Annotation): Promise<DocumentUid> {
  const { uid } = await call('createNote', {
    title,
    body: withPassage({ version: bodyVersion, blocks: [] }, passageOf(annotation)),
  });
  return uid;
}
