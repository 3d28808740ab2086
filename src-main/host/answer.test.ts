import type { Handlers } from '@shared/contract/calls';
import { Failure } from '@shared/outcome/outcome';
import { expect, test } from 'vitest';
import { answer, type Served } from './answer';
import type { HostLog } from './host-log';

const uid = '0193b5a0-0000-7000-8000-000000000001';

function recorded(): HostLog & { readonly lines: string[] } {
  const lines: string[] = [];
  return { lines, note: (line) => lines.push(line), bug: (where) => lines.push(`bug in ${where}`) };
}
/** A table with the one handler a test is about; no other is called. */
const table = (handlers: Partial<Handlers>, once: Served['once'] = (_id, run) => run()): Served => ({
  handlers: handlers as Handlers,
  once,
});

test('answers with what the handler returns, under the message’s id', async () => {
  const handlers = table({ cancelJob: () => null });
  expect(await answer(handlers, { id: 'a1-9', call: 'cancelJob', input: { job: 'x' } }, recorded())).toEqual({
    id: 'a1-9',
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
  const response = await answer(handlers, { id: 'a1-2', call: 'openDocument', input: { uid } }, recorded());
  expect(response).toEqual({
    id: 'a1-2',
    ok: false,
    error: { code: 'document/not-found', message: 'It is gone.', params: { uid } },
  });
});

test('logs a bug and answers calmly, without the bug’s own words', async () => {
  const log = recorded();
  const handlers = table({ stats: () => Promise.reject(new TypeError('the text of a document')) as never });
  const response = await answer(handlers, { id: 'a1-3', call: 'stats', input: {} }, log);
  expect(response).toMatchObject({ id: 'a1-3', ok: false, error: { code: 'internal' } });
  expect(JSON.stringify(response)).not.toContain('document');
  expect(log.lines).toEqual(['bug in stats']);
});

test('refuses a bad message by its id, and stays silent to one without', async () => {
  expect(await answer(table({}), { id: 'a1-4', call: 'nothing', input: {} }, recorded())).toMatchObject({
    id: 'a1-4',
    ok: false,
  });
  expect(await answer(table({}), 'junk', recorded())).toBeNull();
});

test('runs a command under its message’s id, and what only reads without', async () => {
  const ids: string[] = [];
  const once: Served['once'] = (id, run) => {
    ids.push(id);
    return run();
  };
  const served = table({ binDocuments: () => null, exportFormats: () => [] }, once);
  await answer(served, { id: 'a1-7', call: 'binDocuments', input: { uids: [uid] } }, recorded());
  await answer(served, { id: 'a1-8', call: 'exportFormats', input: {} }, recorded());
  expect(ids).toEqual(['a1-7']);
});
