import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonOf } from './json-of';
import { readFromArchive, requestOf, requestText, textFromArchive } from './port-text';

const anId = fc.nat().map((number) => `0f3a-${number}`);

test('a request comes through as it was', () => {
  fc.assert(
    fc.property(anId, fc.jsonValue(), (id, input) => {
      const json = JSON.stringify(input);
      expect(requestOf(requestText(id, 'openDocument', json))).toEqual({
        id,
        call: 'openDocument',
        input: JSON.parse(json),
      });
    }),
  );
});

test('a request whose input is no JSON can still be refused by its id', () => {
  expect(requestOf('a1-7:stats:{')).toEqual({ id: 'a1-7', call: 'stats', input: undefined });
  expect(requestOf('a1-7:a b:{}')).toBe('a1-7:a b:{}');
  expect(requestOf(null)).toBeNull();
});

test('an answer and an event come through as they were', () => {
  fc.assert(
    fc.property(anId, fc.jsonValue(), (id, value) => {
      expect(readFromArchive(textFromArchive({ id, ok: true, value }))).toEqual({
        id,
        outcomeJson: JSON.stringify({ ok: true, value }),
      });
    }),
  );
  const event = { type: 'archiveChanged', documents: 'many' } as const;
  expect(readFromArchive(textFromArchive({ event }))).toEqual({ eventJson: JSON.stringify(event) });
});

test('an answer that is JSON already comes through as what it stands for', () => {
  fc.assert(
    fc.property(anId, fc.jsonValue(), (id, value) => {
      const answer = new JsonOf(JSON.stringify(value));
      const ready = textFromArchive({ id, ok: true, value: answer });
      expect(ready).toBe(textFromArchive({ id, ok: true, value }));
      expect(JSON.stringify({ answer })).toBe(JSON.stringify({ answer: value }));
    }),
  );
});
