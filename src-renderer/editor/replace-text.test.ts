import { documentUid } from '@shared/model/ids';
import { describe, expect, test } from 'vitest';
import type { TextSession } from './text-session';
import { bodyOf, paragraph, sessionWith, uidOf, wordsOf } from './text-session.test-support';

const text = 'The bridge opens before winter.\nThe bridge, says the minister, is the bridge.';
const body = bodyOf(
  paragraph('The *bri*dge opens before winter.'),
  paragraph('The bridge, says the minister, is the *bridge*.'),
);

function open(...ranges: readonly (readonly [number, number])[]): TextSession {
  return sessionWith(body, ranges);
}

function replaceAll(session: TextSession, word: string, inserted: string): number {
  const found = [...session.map().text.matchAll(new RegExp(word, 'g'))];
  return session.replace(found.map(({ index }) => ({ start: index, end: index + word.length, inserted })));
}

const undo = async (session: TextSession): Promise<void> => {
  session.history.undo();
  await Promise.resolve();
};
const redo = async (session: TextSession): Promise<void> => {
  session.history.redo();
  await Promise.resolve();
};

describe('words replaced throughout a text', () => {
  test('change everywhere, across bold and plain, in one step to undo and redo', async () => {
    const session = open();
    expect(replaceAll(session, 'bridge', 'ferry')).toBe(3);
    expect(session.map().text).toBe(text.replaceAll('bridge', 'ferry'));
    await undo(session);
    expect(session.map().text).toBe(text);
    await redo(session);
    expect(session.map().text).toBe(text.replaceAll('bridge', 'ferry'));
  });

  test('keep the form of the first of the words they stand for', () => {
    const session = open();
    replaceAll(session, 'bridge', 'ferry');
    const [first] = session.snapshot().body.blocks;
    expect(first).toEqual(paragraph('The *ferry* opens before winter.'));
  });

  test('take passages along: one on just these words, one around them, one beside them', async () => {
    const first = text.indexOf('bridge');
    const last = text.lastIndexOf('bridge');
    const session = open([first, first + 6], [0, text.indexOf('\n')], [first + 7, first + 12], [last, last + 7]);
    replaceAll(session, 'bridge', 'old ferry');
    const words = (): readonly (string | null)[] => [0, 1, 2, 3].map((number) => wordsOf(session, number));
    expect(words()).toEqual(['old ferry', 'The old ferry opens before winter.', 'opens', 'old ferry.']);
    await undo(session);
    expect(words()).toEqual(['bridge', 'The bridge opens before winter.', 'opens', 'bridge.']);
    await redo(session);
    expect(words()).toEqual(['old ferry', 'The old ferry opens before winter.', 'opens', 'old ferry.']);
  });

  test('replaced by nothing, what was marked is gone until that is undone', async () => {
    const first = text.indexOf('bridge');
    const session = open([first, first + 6], [first, first + 12]);
    expect(replaceAll(session, 'bridge', '')).toBe(3);
    expect(session.map().text).toBe(text.replaceAll('bridge', ''));
    expect([wordsOf(session, 0), wordsOf(session, 1)]).toEqual([null, ' opens']);
    await undo(session);
    expect([wordsOf(session, 0), wordsOf(session, 1)]).toEqual(['bridge', 'bridge opens']);
  });

  test('leave mentions, quoted passages and what goes over a border alone', () => {
    const uid = uidOf(7);
    const document = documentUid('0192f0aa-0000-7000-8000-000000000001');
    const session = sessionWith(
      bodyOf(
        { type: 'passage', annotation: uid, document, text: 'the bridge stands' },
        {
          type: 'paragraph',
          inlines: [
            { type: 'text', text: 'the bridge, see ' },
            { type: 'mention', text: 'the bridge', target: { annotation: uid } },
          ],
        },
        paragraph('the end'),
      ),
      [],
    );
    expect(replaceAll(session, 'bridge', 'ferry')).toBe(1);
    expect(session.map().text).toBe('the bridge stands\nthe ferry, see the bridge\nthe end');
    const border = session.map().text.indexOf('\nthe end');
    expect(session.replace([{ start: border - 2, end: border + 3, inserted: 'x' }])).toBe(0);
  });
});
