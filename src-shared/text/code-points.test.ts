import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointsBefore, utf16OffsetOf } from './code-points';

describe('code points and UTF-16', () => {
  it('count a character beyond the basic plane once', () => {
    expect(codePointsBefore('a😀b', 3)).toBe(2);
    expect(utf16OffsetOf('a😀b', 2)).toBe(3);
  });

  it('agree with the language’s own iteration, both ways', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, index) => {
        const before = [...text].slice(0, index).join('');
        expect(utf16OffsetOf(text, index)).toBe(before.length);
        expect(codePointsBefore(text, before.length)).toBe(Math.min(index, [...text].length));
      }),
    );
  });

  it('stop at the end of the text', () => {
    expect(codePointsBefore('ab', 99)).toBe(2);
    expect(utf16OffsetOf('a😀', 99)).toBe(3);
  });
});
