import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { textHash } from '../text/text-hash';
import { contextLength, describe } from './describe';
import { changeBetween, mapRange } from './map';
import { resolve } from './resolve';

const find = (text: string, selector: ReturnType<typeof describe>) => resolve(text, selector, textHash(text));
const select = (text: string, quote: string, from = 0) => {
  const start = text.indexOf(quote, from);
  return describe(text, start, start + quote.length);
};

group('describe', () => {
  it('widens bounds and trims context to whole characters', () => {
    const text = `${'😀'.repeat(20)}mot${'😀'.repeat(20)}`;
    const selector = describe(text, 41, 42);
    expect(selector.exact).toBe('o');
    expect(describe(text, 1, 2).exact).toBe('😀');
    for (const part of [selector.prefix, selector.suffix]) {
      expect(part.isWellFormed()).toBe(true);
      expect(part.length).toBeLessThanOrEqual(contextLength);
    }
  });

  it.each([
    [-1, 2],
    [2, 2],
    [3, 2],
    [0, 99],
    [0.5, 2],
    [Number.NaN, 2],
  ])('refuses the range %s–%s', (start, end) => {
    expect(() => describe('abcd', start, end)).toThrow(RangeError);
  });
});

group('resolve', () => {
  const text =
    'Le ministre a parlé. Selon les décomptes officieux, quasiment 600 militaires ont perdu la vie. Le ministre a parlé.';

  it('finds any passage of an unchanged text where it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (any, a, b) => {
        const start = Math.min(a % any.length, b % any.length);
        const selector = describe(any, start, Math.max(a % any.length, b % any.length) + 1);
        expect(find(any, selector)).toEqual({ found: true, start: selector.start, end: selector.end, changed: false });
      }),
    );
  });

  it('follows a passage when text is put before it', () => {
    const selector = select(text, 'quasiment 600 militaires');
    expect(find(`Un début. ${text}`, selector)).toEqual({
      found: true,
      start: selector.start + 10,
      end: selector.end + 10,
      changed: false,
    });
  });

  it('tells repeated quotes apart by their context', () => {
    const selector = select(text, 'Le ministre a parlé.', 30);
    const edited = `Avant. ${text}`;
    expect(find(edited, selector)).toMatchObject({ found: true, start: edited.lastIndexOf('Le ministre') });
  });

  it('orphans a passage whose words changed, rather than settle for a similar one', () => {
    const selector = select(text, 'quasiment 600 militaires');
    expect(find(text.replace('600', '700'), selector)).toEqual({ found: false, reason: 'missing' });
  });

  it('chooses between two equally good places never', () => {
    const once = 'abc. Kim Jong-un a rencontré le ministre. abc.';
    const selector = describe(once, 5, 41);
    const twice = `${once}\n${'x'.repeat(40)}\n${once}`;
    const result = find(twice, { ...selector, start: 60, end: 96 });
    if (result.found) expect(twice.slice(result.start, result.end)).toBe(selector.exact);
    expect(find(`${selector.exact}|${selector.exact}`, { ...selector, start: 9999, prefix: '', suffix: '' })).toEqual({
      found: false,
      reason: 'ambiguous',
    });
  });

  it('does not attach a short quote to a place that shares only the word', () => {
    const selector = select('Hier, Kim a dit non au journal local de la ville.', 'Kim');
    expect(find('Une tout autre phrase où Kim Novak joue.', selector)).toEqual({ found: false, reason: 'missing' });
  });

  it('finds nothing in an empty text, and nothing for an empty quote', () => {
    const selector = select(text, 'quasiment');
    expect(find('', selector)).toEqual({ found: false, reason: 'missing' });
    expect(find('other', { ...selector, exact: '', prefix: '', suffix: '' })).toEqual({
      found: false,
      reason: 'missing',
    });
  });
});

group('mapRange', () => {
  const map = (start: number, end: number, from: number, to: number, inserted: string) =>
    mapRange(start, end, { start: from, end: to, inserted });

  it('leaves text typed at either edge outside, text typed inside within', () => {
    expect(map(5, 10, 5, 5, 'xx')).toEqual({ start: 7, end: 12 });
    expect(map(5, 10, 10, 10, 'xx')).toEqual({ start: 5, end: 10 });
    expect(map(5, 10, 7, 7, 'xx')).toEqual({ start: 5, end: 12 });
  });

  it('keeps what remains of a passage cut at either side, and says when nothing does', () => {
    expect(map(5, 10, 3, 7, '')).toEqual({ start: 3, end: 6 });
    expect(map(5, 10, 8, 12, 'zz')).toEqual({ start: 5, end: 8 });
    expect(map(5, 10, 4, 11, 'zz')).toBeNull();
    expect(map(5, 10, 5, 10, '')).toBeNull();
  });

  it('keeps the words of a passage the edit did not touch', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.string(),
        (text, a, b, c, d, inserted) => {
          const at = (value: number) => value % (text.length + 1);
          const [start, end] = [Math.min(at(a), at(b)), Math.max(at(a), at(b))];
          const [from, to] = [Math.min(at(c), at(d)), Math.max(at(c), at(d))];
          fc.pre(start < end && (to <= start || from >= end));
          const after = text.slice(0, from) + inserted + text.slice(to);
          const range = map(start, end, from, to, inserted);
          expect(range && after.slice(range.start, range.end)).toBe(text.slice(start, end));
        },
      ),
    );
  });
});

group('changeBetween', () => {
  it('turns one text into the other, through no surrogate pair', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (head, a, b, tail) => {
          const [before, after] = [head + a + tail, head + b + tail];
          const change = changeBetween(before, after);
          if (!change) {
            expect(before).toBe(after);
            return;
          }
          expect(before.slice(0, change.start) + change.inserted + before.slice(change.end)).toBe(after);
          for (const part of [before.slice(0, change.start), change.inserted, before.slice(change.end)])
            expect(part.isWellFormed()).toBe(true);
        },
      ),
    );
    expect(changeBetween('a😀b', 'a😁b')).toEqual({ start: 1, end: 3, inserted: '😁' });
    expect(changeBetween('😀😀', '😀')).not.toBeNull();
  });
});
