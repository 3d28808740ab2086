import { describe as describePassage } from '@shared/anchors/describe';
import { changeBetween } from '@shared/anchors/map';
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

/** The passages of some quotations in a text that is edited here. */
class Followed {
  readonly tracker = new PlaceTracker();
  text: string;

  constructor(text: string, ...quotes: readonly string[]) {
    this.text = text;
    const ids = [uid, other];
    const annotations = quotes.map((quote, index) =>
      annotation(text, text.indexOf(quote), text.indexOf(quote) + quote.length, ids[index]),
    );
    this.tracker.sync(annotations, text, false);
  }

  edit(after: string, is?: 'cut' | 'paste'): void {
    const change = changeBetween(this.text, after);
    if (change !== null) this.tracker.edit({ before: { text: this.text }, changes: [change], moves: [], is });
    this.text = after;
  }

  quote(id = uid): string | null {
    const place = this.tracker.places.get(id);
    return place ? this.text.slice(place.start, place.end) : null;
  }
}

describe('a passage in a text being edited', () => {
  const text = 'The bridge opens before winter, says the minister.';
  const without = text.replace('before winter', '');

  test('stays on its words when text is inserted above', () => {
    const followed = new Followed(text, 'before winter');
    followed.edit(`A new line.\n${text}`);
    expect(followed.quote()).toBe('before winter');
  });

  test('is lost when deleted and comes back with the moment it stood in', () => {
    const followed = new Followed(text, 'before winter');
    const moment = {};
    followed.tracker.remember(moment);
    followed.edit(without);
    expect(followed.tracker.places.get(uid)).toBeNull();
    followed.tracker.recall(moment, { changes: [{ start: 17, end: 17, inserted: 'before winter' }], moves: [] });
    followed.text = text;
    expect(followed.quote()).toBe('before winter');
  });

  test('given a place by hand that is taken back, it comes back with its words as it would have', () => {
    const followed = new Followed(text, 'before winter');
    const moment = {};
    followed.tracker.remember(moment);
    followed.edit(without);
    followed.tracker.sync([annotation(without, 4, 10)], without, false);
    expect(followed.quote()).toBe('bridge');
    followed.tracker.lose(uid);
    expect(followed.tracker.places.get(uid)).toBeNull();
    followed.tracker.sync([{ ...annotation(text, 17, 30), orphaned: true }], without, false);
    expect(followed.tracker.places.get(uid)).toBeNull();
    followed.tracker.recall(moment, { changes: [{ start: 17, end: 17, inserted: 'before winter' }], moves: [] });
    followed.text = text;
    expect(followed.quote()).toBe('before winter');
  });

  test('does not come back when the same words are merely typed again', () => {
    const followed = new Followed(text, 'before winter');
    followed.edit(without);
    followed.edit(text);
    expect(followed.tracker.places.get(uid)).toBeNull();
  });

  test('does not come back either when they are pasted without having been cut', () => {
    const followed = new Followed(text, 'before winter');
    followed.edit(without);
    followed.edit(text, 'paste');
    expect(followed.quote()).toBeNull();
  });

  test('goes along with text dropped elsewhere by the same change', () => {
    const { tracker } = new Followed(text, 'before winter');
    const changes = [
      { start: 0, end: 0, inserted: 'before winter' },
      { start: 17, end: 30, inserted: '' },
    ];
    tracker.edit({ before: { text }, changes, moves: [], is: 'drop' });
    expect(tracker.places.get(uid)).toEqual({ start: 0, end: 13 });
  });

  test('keeps its place here, not the archive’s older one, while the text is ahead', () => {
    const followed = new Followed(text, 'before winter');
    followed.edit(`Now: ${text}`);
    const start = text.indexOf('before winter');
    const annotations = [annotation(text, start, start + 13), annotation(text, 4, 10, other)];
    followed.tracker.sync(annotations, followed.text, true);
    expect(followed.quote()).toBe('before winter');
    expect(followed.quote(other)).toBe('bridge');
  });

  test('takes the place it was given anew after it was lost', () => {
    const followed = new Followed(text, 'before winter');
    followed.edit(without);
    followed.tracker.sync([annotation(without, 4, 10)], without, false);
    expect(followed.quote()).toBe('bridge');
  });

  test('is not sent to be saved once it is deleted', () => {
    const followed = new Followed(text, 'before winter', 'minister');
    followed.tracker.sync([annotation(text, 4, 10, other)], text, false);
    expect(followed.tracker.list().map(({ uid: id }) => id)).toEqual([other]);
  });
});

test('what the archive says again is passed over, and all is as if each annotation were looked at', () => {
  const text = 'one two three four five six seven eight nine ten';
  const edited = `zero ${text}`;
  const arbitrarySay = fc.tuple(fc.nat(30), fc.nat(40), fc.boolean());
  const arbitraryTurn = fc.record({
    says: fc.array(arbitrarySay, { maxLength: 4 }),
    gone: fc.array(fc.nat(30), { maxLength: 3 }),
    ahead: fc.boolean(),
    edit: fc.boolean(),
  });
  const uidOf = (number: number) => annotationUid(`0192f0aa-0000-7000-8000-${String(number).padStart(12, '0')}`);
  fc.assert(
    fc.property(fc.array(arbitraryTurn, { maxLength: 20 }), (turns) => {
      const [quick, slow] = [new PlaceTracker(), new PlaceTracker()];
      let now = text;
      let annotations: readonly Annotation[] = [];
      for (const { says, gone, ahead, edit } of turns) {
        if (edit) {
          const after = now === text ? edited : text;
          const change = changeBetween(now, after);
          for (const tracker of [quick, slow])
            if (change !== null) tracker.edit({ before: { text: now }, changes: [change], moves: [] });
          now = after;
        }
        const news = new Map(
          says.map(([number, start, orphaned]) => [
            uidOf(number),
            { ...annotation(now, start, start + 4, uidOf(number)), orphaned },
          ]),
        );
        const left = annotations.filter(({ uid }) => !news.has(uid) && !gone.some((number) => uidOf(number) === uid));
        annotations = [...left, ...news.values()].toSorted((a, b) => a.selector.start - b.selector.start);
        const cameBack = quick.sync(annotations, now, ahead);
        const copies = annotations.map((one) => ({ ...one }));
        expect(slow.sync(copies, now, ahead)).toBe(cameBack);
        expect(new Map(quick.list().map(({ uid, place }) => [uid, place]))).toEqual(
          new Map(slow.list().map(({ uid, place }) => [uid, place])),
        );
      }
    }),
  );
});
