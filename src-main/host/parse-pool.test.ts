import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createParsePool, type ParsePool, type ParsePoolOptions } from './parse-pool';

/** A worker that does what the file's name says, in place of the real one. */
const script = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ task, file }) => {
    if (file.name === 'endless') for (;;);
    if (file.name === 'greedy') { const kept = []; for (;;) kept.push(new Array(100_000).fill({ kept })); }
    if (file.name === 'fatal') process.exit(7);
    if (file.name === 'bug') parentPort.postMessage({ task, fault: new TypeError('bug') });
    else parentPort.postMessage({ task, outcome: { ok: true, value: { holds: 'documents', documents: [], by: file.bytes.length } } });
  });`;

const pools: ParsePool[] = [];
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

function makePool(options: Omit<ParsePoolOptions, 'workerFile'> = {}): ParsePool {
  const workerFile = join(mkdtempSync(join(tmpdir(), 'postil-pool-')), 'worker.mjs');
  writeFileSync(workerFile, script);
  const pool = createParsePool({ workerFile, timeLimitMs: 20_000, ...options });
  pools.push(pool);
  return pool;
}
const file = (name: string) => ({ name, bytes: new Uint8Array(3) });

test('parses more files than it has threads', async () => {
  const pool = makePool({ size: 2 });
  const outcomes = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => pool.parse(file(name))));
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
});

test('ends a file that takes too long, names it, and goes on with the next', async () => {
  const pool = makePool({ size: 1, timeLimitMs: 400 });
  const [endless, next] = await Promise.all([pool.parse(file('endless')), pool.parse(file('next'))]);
  expect(endless).toMatchObject({ ok: false, error: { code: 'import/broken', params: { name: 'endless' } } });
  expect(endless).toMatchObject({ error: { message: expect.stringContaining('took too long') as unknown } });
  expect(next.ok).toBe(true);
});

test('survives a file that eats all memory', async () => {
  const pool = makePool({ size: 1, memoryLimitMb: 32 });
  expect(await pool.parse(file('greedy'))).toMatchObject({ ok: false, error: { code: 'import/broken' } });
  expect((await pool.parse(file('next'))).ok).toBe(true);
});

test('survives a worker that ends by itself', async () => {
  const pool = makePool({ size: 1 });
  expect(await pool.parse(file('fatal'))).toMatchObject({ ok: false, error: { code: 'import/broken' } });
  expect((await pool.parse(file('next'))).ok).toBe(true);
});

test('files given to a thread that is lost by another file are parsed all the same', async () => {
  const pool = makePool({ size: 1 });
  const names = ['a', 'fatal', 'b', 'c', 'd', 'e'];
  const outcomes = await Promise.all(names.map((name) => pool.parse(file(name))));
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true, true, true, true]);
});

test('passes a bug on to whoever asked', async () => {
  await expect(makePool().parse(file('bug'))).rejects.toThrow('bug');
});

test('stops at once when the person stops it, even inside a file', async () => {
  const pool = makePool({ size: 1 });
  const controller = new AbortController();
  const parsing = pool.parse(file('endless'), controller.signal);
  controller.abort();
  expect(await parsing).toMatchObject({ ok: false, error: { code: 'import/cancelled' } });
  expect((await pool.parse(file('next'))).ok).toBe(true);
});

test('answers files still waiting when it is closed', async () => {
  const pool = makePool({ size: 1 });
  const running = pool.parse(file('a'));
  const waiting = pool.parse(file('b'));
  await pool.close();
  expect(await waiting).toMatchObject({ ok: false, error: { code: 'import/cancelled' } });
  expect(await pool.parse(file('c'))).toMatchObject({ ok: false, error: { code: 'import/cancelled' } });
  expect(['import/cancelled', 'none']).toContain(
    await running.then((outcome) => (outcome.ok ? 'none' : outcome.error.code)),
  );
});
