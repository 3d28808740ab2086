import { annotationUid } from '@shared/model/ids';
import { describe, expect, test } from 'vitest';
import { extended, noneChosen, stillThere, toggled } from './chosen-cards';

const order = ['a', 'b', 'c', 'd'].map(annotationUid);
const [a, b, c, d] = order as [never, never, never, never];

describe('choosing cards', () => {
  test('a second press lets go', () => {
    expect([...toggled(toggled(noneChosen, a), a).uids]).toEqual([]);
  });

  test('a range goes from where choosing began, both ways', () => {
    const fromB = toggled(noneChosen, b);
    expect([...extended(fromB, d, order, null).uids]).toEqual([b, c, d]);
    expect([...extended(extended(fromB, d, order, null), a, order, null).uids]).toEqual([a, b]);
  });

  test('with nothing chosen a range begins at the card in use', () => {
    expect([...extended(noneChosen, c, order, b).uids]).toEqual([b, c]);
  });

  test('a card deleted meanwhile is no longer chosen', () => {
    const chosen = extended(toggled(noneChosen, a), c, order, null);
    expect([...stillThere(chosen, (uid) => uid !== b).uids]).toEqual([a, c]);
  });
});
