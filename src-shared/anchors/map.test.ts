import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MappedRange, mapRange, type TextChange } from './map';

/** A character that knows which one it is. */
interface Character {
  readonly id: number;
}

/** An edit as shares of a text, so that it fits whatever the text has become. */
const edit = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  inserted: fc.nat({ max: 6 }),
});

describe('mapRange through many edits', () => {
  it('agrees with characters that carry their identity', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(),
        fc.nat(),
        fc.array(edit, { maxLength: 12 }),
        (length, a, b, edits) => {
          let nextId = length;
          let text: readonly Character[] = Array.from({ length }, (_, id) => ({ id }));
          let range: MappedRange = {
            start: Math.min(a % length, b % length),
            end: Math.max(a % length, b % length) + 1,
          };
          let passage: readonly Character[] = text.slice(range.start, range.end);
          for (const { from, to, inserted } of edits) {
            const at = [from, to].map((share) => Math.round(share * text.length)).sort((x, y) => x - y);
            const [start = 0, end = 0] = at;
            const added = Array.from({ length: inserted }, () => ({ id: nextId++ }));
            const change: TextChange = { start, end, inserted: 'x'.repeat(inserted) };
            const edited = [...text.slice(0, start), ...added, ...text.slice(end)];
            passage = passageAfter(text, edited, passage, added);
            range = range && mapRange(range.start, range.end, change);
            text = edited;
            expect(range === null ? [] : text.slice(range.start, range.end)).toEqual(passage);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

/** The obvious model: what survives of the passage, and what was typed between two of its characters. */
function passageAfter(
  before: readonly Character[],
  after: readonly Character[],
  passage: readonly Character[],
  added: readonly Character[],
): readonly Character[] {
  const left = new Set(after);
  const kept = passage.filter((character) => left.has(character));
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined) return [];
  const between = after.slice(after.indexOf(first), after.indexOf(last) + 1);
  const typed = added.every((character) => between.includes(character));
  expect(typed || before.length + added.length >= after.length).toBe(true);
  return between;
}
