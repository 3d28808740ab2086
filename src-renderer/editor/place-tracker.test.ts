import { describe as describePassage } from '@shared/anchors/describe';
import type { Annotation } from '@shared/model/annotation';
import { annotationUid, documentUid } from '@shared/model/ids';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PlaceTracker } from './place-tracker';

const uid = annotationUid('0192f0aa-0000-7000-8000-00000000000a');
const other = annotationUid('0192f0aa-0000-7000-8000-00000000000b');

function annotation(text: string, start: number, end: number, id = uid): Annotation {
  return {
    uid: id,
    document: documentUid('0192f0aa-0000-7000-8000-000000000001'),
    kind: 'claim',
    selector: describePassage(text, start, end),
    orphaned: false,
    comment: '',
    labels: [],
    fields: {},
    createdAtMs: 0,
    updatedAtMs: 0,
  };
}

function following(text: string, ...quotes: readonly string[]): PlaceTracker {
  const tracker = new PlaceTracker();
  const ids = [uid, other];
  tracker.sync(
    quotes.map((quote, index) => annotation(text, text.indexOf(quote), text.indexOf(quote) + quote.length, ids[index])),
    text,
    false,
  );
  return tracker;
}

const quoteAt = (tracker: PlaceTracker, text: string, id = uid): string | null => {
  const place = tracker.places.get(id);
  return place ? text.slice(place.start, place.end) : null;
};

describe('a passage in a text being edited', () => {
  const text = 'The bridge opens before winter, says the minister.';

  test('stays on its words when text is inserted above', () => {
    const tracker = following(text, 'before winter');
    const after = `A new line.\n${text}`;
    tracker.change(text, after, false);
    expect(quoteAt(tracker, after)).toBe('before winter');
  });

  test('is lost when deleted and comes back with undo', () => {
    const tracker = following(text, 'before winter');
    const without = text.replace('before winter', '');
    tracker.change(text, without, false);
    expect(tracker.places.get(uid)).toBeNull();
    tracker.change(without, text, true);
    expect(quoteAt(tracker, text)).toBe('before winter');
  });

  test('regains its whole extent when the deletion of a part is undone', () => {
    const tracker = following(text, 'before winter');
    const shorter = text.replace('winter', '');
    tracker.change(text, shorter, false);
    expect(quoteAt(tracker, shorter)).toBe('before ');
    tracker.change(shorter, text, true);
    expect(quoteAt(tracker, text)).toBe('before winter');
  });

  test('does not come back when the same words are merely typed again', () => {
    const tracker = following(text, 'before winter');
    const without = text.replace('before winter', '');
    tracker.change(text, without, false);
    tracker.change(without, text, false);
    expect(tracker.places.get(uid)).toBeNull();
  });

  test('keeps its place here, not the archive’s older one, while the text is ahead', () => {
    const tracker = following(text, 'before winter');
    const after = `Now: ${text}`;
    tracker.change(text, after, false);
    const start = text.indexOf('before winter');
    tracker.sync([annotation(text, start, start + 13), annotation(text, 4, 10, other)], after, true);
    expect(quoteAt(tracker, after)).toBe('before winter');
    expect(quoteAt(tracker, after, other)).toBe('bridge');
  });

  test('survives any run of edits followed by undoing them all', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(12),
      put: fc.constantFrom('', 'x', 'ab\n', '👩‍🚀'),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const tracker = following(text, 'before winter', 'winter, says');
        const states = [text];
        for (const { at, cut, put } of edits) {
          const before = states.at(-1) ?? '';
          const start = Math.floor(at * before.length);
          const after = before.slice(0, start) + put + before.slice(start + cut);
          tracker.change(before, after, false);
          states.push(after);
        }
        for (let index = states.length - 1; index > 0; index--)
          tracker.change(states[index] ?? '', states[index - 1] ?? '', true);
        expect(quoteAt(tracker, text)).toBe('before winter');
        expect(quoteAt(tracker, text, other)).toBe('winter, says');
      }),
    );
  });
});
