import { expect, test } from 'vitest';
import type { Body, Mention } from './block';
import { annotationUid, documentUid } from './ids';
import { retargeted } from './retargeted';

const [gone, kept, other] = ['gone', 'kept', 'other'].map(documentUid);
if (gone === undefined || kept === undefined || other === undefined) throw new Error('three uids');
const mention = (document: typeof gone): Mention => ({ type: 'mention', text: 'Titre', target: { document } });
const body = (document: typeof gone): Body => ({
  version: 1,
  blocks: [
    { type: 'paragraph', inlines: [{ type: 'text', text: 'Voir ' }, mention(document), mention(other)] },
    { type: 'passage', annotation: annotationUid('a'), document, text: 'six cents' },
    {
      type: 'table',
      rows: [{ cells: [{ header: false, blocks: [{ type: 'paragraph', inlines: [mention(document)] }] }] }],
    },
  ],
});

test('mentions and quotations lead elsewhere, in cells too, and all else stays', () => {
  expect(retargeted(body(gone), new Map([[gone, kept]]))).toEqual(body(kept));
});

test('a body that nothing leads out of stays the very same', () => {
  const same = body(other);
  expect(retargeted(same, new Map([[gone, kept]]))).toBe(same);
});
