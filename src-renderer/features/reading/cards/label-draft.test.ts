import { describe, expect, test } from 'vitest';
import { LabelDraft, labelOf } from './label-draft';

function later(): { readonly done: Promise<boolean>; readonly answer: (saved: boolean) => void } {
  let answer: (saved: boolean) => void = () => {};
  const done = new Promise<boolean>((resolve) => {
    answer = resolve;
  });
  return { done, answer };
}

describe('labels added quickly', () => {
  test('both stay though the first is not saved yet', () => {
    const draft = new LabelDraft([]);
    void draft.ask(['a'], later().done);
    expect(draft.adding('b')).toEqual(['a', 'b']);
  });

  test('the answer to the first does not undo the second', async () => {
    const draft = new LabelDraft([]);
    const first = later();
    const second = later();
    const asked = draft.ask(['a'], first.done);
    void draft.ask(['a', 'b'], second.done);
    first.answer(true);
    await asked;
    draft.take(['a']);
    expect(draft.adding('c')).toEqual(['a', 'b', 'c']);
  });

  test('a refused change leaves what the archive has', async () => {
    const draft = new LabelDraft(['kept']);
    const refused = later();
    const asked = draft.ask(['kept', 'new'], refused.done);
    refused.answer(false);
    await asked;
    expect(draft.labels).toEqual(['kept']);
  });

  test('one that is there is not added twice, and a # in front is no part of it', () => {
    expect(new LabelDraft(['calendar']).adding(labelOf(' #calendar '))).toBeNull();
  });
});
