import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from './marked-text';

describe('piecesOf', () => {
  it('cuts out what is marked', () => {
    expect(piecesOf('le pont routier', [{ start: 3, end: 7 }])).toEqual([
      { start: 0, text: 'le ', marked: false },
      { start: 3, text: 'pont', marked: true },
      { start: 7, text: ' routier', marked: false },
    ]);
  });

  it('never loses or doubles a character, whatever the marks', () => {
    const mark = fc.tuple(fc.nat(60), fc.nat(60)).map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
        expect(
          piecesOf(text, marks)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
