import type { Handlers } from '@shared/contract/calls';
import { Failure } from '@shared/outcome/outcome';
import { expect, test } from 'vitest';
import { answer } from './answer';
import type { HostLog } from './host-log';

const uid = '0193b5a0-0000-7000-8000-000000000001';

function recorded(): HostLog & { readonly lines: string[] } {
  const lines: string[] = [];
  return { lines, note: (line) => lines.push(line), bug: (where) => lines.push(`bug in ${where}`) };
}
/** A table with the one handler a test is about; no other is called. */
const table = (handlers: Partial<Handlers>): Handlers => handlers as Handlers;

test('answers with what the handler returns, under the message’s id', async () => {
  const handlers = table({ cancelJob: () => null });
  expect(await answer(handlers, { id: 9, call: 'cancelJob', input: { job: 'x' } }, recorded())).toEqual({
    id: 9,
    ok: true,
    value: null,
  });
});

test('turns an expected failure into data with its code and parameters', async () => {
  const handlers = table({
    openDocument: () => {
      throw new Failure('document/not-found', 'It is gone.', { uid });
    },
  });
  const response = await answer(handlers, { id: 2, call: 'openDocument', input: { uid } }, recorded());
  expect(response).toEqual({
    id: 2,
    ok: false,
    error: { code: 'document/not-found', message: 'It is gone.', params: { uid } },
  });
});

test('logs a bug and answers calmly, without the bug’s own words', async () => {
  const log = recorded();
  const handlers = table({ stats: () => Promise.reject(new TypeError('the text of a document')) as never });
  const response = await answer(handlers, { id: 3, call: 'stats', input: {} }, log);
  expect(response).toMatchObject({ id: 3, ok: false, error: { code: 'internal' } });
  expect(JSON.stringify(response)).not.toContain('document');
  expect(log.lines).toEqual(['bug in stats']);
});

test('refuses a bad message by its id, and stays silent to one without', async () => {
  expect(await answer(table({}), { id: 4, call: 'nothing', input: {} }, recorded())).toMatchObject({
    id: 4,
    ok: false,
  });
  expect(await answer(table({}), 'junk', recorded())).toBeNull();
});
