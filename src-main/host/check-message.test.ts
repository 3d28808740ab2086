import { type CallName, calls } from '@shared/contract/calls';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMessage, maxMessageSize } from './check-message';

const uid = '0193b5a0-0000-7000-8000-000000000001';
const openIt = { id: 'a1-1', call: 'openDocument', input: { uid } };
const refusalOf = (message: unknown): string | null => {
  const check = checkMessage(message);
  return check.ok ? null : check.error.code;
};

describe('the gate of the archive process', () => {
  test('lets a known call with its exact input through', () => {
    expect(checkMessage(openIt)).toEqual({ ok: true, request: { id: 'a1-1', call: 'openDocument', input: { uid } } });
  });

  test('refuses a call that is no own name of the contract', () => {
    for (const call of ['dropTables', 'toString', '__proto__', 'constructor', '', 7, null]) {
      expect(refusalOf({ id: 'a1-1', call, input: {} })).toBe('request/unknown');
    }
  });

  test('refuses an envelope with more, less or other than id, call and input', () => {
    for (const message of [
      null,
      3,
      'x',
      [],
      { ...openIt, more: 1 },
      { id: 'a1-1', call: 'stats' },
      { ...openIt, id: 'a1--1' },
      { ...openIt, id: 1 },
    ]) {
      expect(refusalOf(message)).toBe('request/invalid');
    }
  });

  test('refuses a field more, a field of another type and a uid of another shape', () => {
    for (const input of [
      { uid, extra: 1 },
      { uid: 5 },
      { uid: `${uid}0` },
      { uid: `${uid}' OR 1=1` },
      {},
      null,
      [uid],
    ]) {
      expect(refusalOf({ ...openIt, input })).toBe('request/invalid');
    }
  });

  test('never says what a refused input held', () => {
    const check = checkMessage({
      id: 'a1-1',
      call: 'renameDocument',
      input: { uid, title: 5, secret: 'the minister said' },
    });
    expect(JSON.stringify(check)).not.toContain('minister');
  });

  test('refuses a message that is too large, but takes a body of that size', () => {
    const large = 'x'.repeat(maxMessageSize);
    const body = { version: 1, blocks: [{ type: 'paragraph', inlines: [{ type: 'text', text: large }] }] };
    expect(refusalOf({ id: 'a1-1', call: 'createNote', input: { title: 't', body } })).toBe('request/too-large');
    expect(refusalOf({ id: 'a1-1', call: 'saveBody', input: { uid, revision: 1, body, places: [] } })).toBeNull();
  });

  test('refuses an array that claims a thousand million places without walking them', () => {
    const uids = new Array(1_000_000_000);
    let walked = 0;
    const counted = new Proxy(uids, {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d+$/u.test(key)) walked++;
        return Reflect.get(target, key);
      },
    });
    expect(refusalOf({ id: 'a1-1', call: 'binDocuments', input: { uids: counted } })).toBe('request/too-large');
    expect(walked).toBe(0);
  });

  test('refuses circles and depth instead of following them', () => {
    const blocks: unknown[] = [];
    blocks.push({ type: 'table', rows: [{ cells: [{ header: false, blocks }] }] });
    const body = { version: 1, blocks };
    expect(refusalOf({ id: 'a1-1', call: 'saveBody', input: { uid, revision: 1, body, places: [] } })).toBe(
      'request/invalid',
    );
  });

  test('refuses what is no plain data, and a key that would reach a prototype', () => {
    const fields = JSON.parse('{"__proto__":"x"}') as unknown;
    for (const input of [new Map(), new Date(), { uid, fields: new Uint8Array(3) }, { uid, fields }]) {
      expect(refusalOf({ id: 'a1-1', call: 'updateAnnotation', input })).toBe('request/invalid');
    }
  });

  test('answers each of 1,000 malformed messages with a refusal, whatever they are', () => {
    const names = fc.constantFrom(...(Object.keys(calls) as CallName[]));
    const junk = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
    });
    // A key no schema has: whatever else the input holds, it is malformed.
    const input = fc.oneof(junk, fc.dictionary(fc.string(), junk)).map((value) => ({ value, 'no such key': 1 }));
    const message = fc.oneof(junk, fc.record({ id: fc.oneof(fc.nat(), junk), call: fc.oneof(names, junk), input }));
    fc.assert(
      fc.property(message, (malformed) => {
        const check = checkMessage(malformed);
        expect(check.ok).toBe(false);
        if (!check.ok) expect(check.error.message.length).toBeLessThan(500);
      }),
      { numRuns: 1_000 },
    );
  });
});
