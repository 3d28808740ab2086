import type { FromArchive } from '@shared/contract/messages';
import { requestOf, textFromArchive } from '@shared/contract/port-text';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createArchivePort, type PortLike } from './archive-port';

interface FakePort extends PortLike {
  readonly sent: { readonly id: string; readonly call: string }[];
  readonly hear: (message: FromArchive) => void;
  closed: boolean;
}

function fakePort(): FakePort {
  const sent: { id: string; call: string }[] = [];
  const port = {
    sent,
    closed: false,
    onmessage: null as PortLike['onmessage'],
    postMessage: (message: unknown) => void sent.push(requestOf(message) as { id: string; call: string }),
    close: () => {
      port.closed = true;
    },
    hear: (message: FromArchive) => port.onmessage?.({ data: textFromArchive(message) }),
  };
  return port;
}
const sentId = (port: FakePort, index: number): string => port.sent[index]?.id ?? '';
const outcomeOf = async (answer: Promise<string>): Promise<unknown> => JSON.parse(await answer);

test('keeps calls until a port is there, then sends them in order', async () => {
  const archive = createArchivePort('a1', () => undefined);
  const first = archive.call('stats', '{}');
  const second = archive.call('verify', '{}');
  const port = fakePort();
  archive.use(port);
  expect(port.sent.map(({ call }) => call)).toEqual(['stats', 'verify']);
  port.hear({ id: sentId(port, 1), ok: true, value: 'two' });
  port.hear({ id: sentId(port, 0), ok: false, error: { code: 'internal', message: 'm', params: {} } });
  expect(await outcomeOf(second)).toEqual({ ok: true, value: 'two' });
  expect(await outcomeOf(first)).toMatchObject({ ok: false, error: { code: 'internal' } });
});

test('sends a call once more, under its id, when the port is replaced before its answer', async () => {
  const archive = createArchivePort('a1', () => undefined);
  const old = fakePort();
  archive.use(old);
  const lost = archive.call('createNote', '{}');
  const fresh = fakePort();
  archive.use(fresh);
  expect(old.closed).toBe(true);
  expect(fresh.sent).toEqual(old.sent);
  fresh.hear({ id: sentId(fresh, 0), ok: true, value: 1 });
  expect(await outcomeOf(lost)).toEqual({ ok: true, value: 1 });
});

test('does not send a third time what the archive died of twice', async () => {
  const archive = createArchivePort('a1', () => undefined);
  archive.use(fakePort());
  const deadly = archive.call('stats', '{}');
  archive.use(fakePort());
  const third = fakePort();
  archive.use(third);
  expect(third.sent).toEqual([]);
  expect(await outcomeOf(deadly)).toMatchObject({ ok: false, error: { code: 'archive/interrupted' } });
});

test('tells calls so when no other port comes within ten seconds', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const archive = createArchivePort('a1', () => undefined);
  archive.use(fakePort());
  const under = archive.call('stats', '{}');
  archive.lose();
  const later = archive.call('stats', '{}');
  await vi.advanceTimersByTimeAsync(10_000);
  for (const call of [under, later])
    expect(await outcomeOf(call)).toMatchObject({ ok: false, error: { code: 'archive/interrupted' } });
});

test('holds calls made between a death and the next port', async () => {
  const archive = createArchivePort('a1', () => undefined);
  archive.use(fakePort());
  archive.lose();
  const held = archive.call('stats', '{}');
  const fresh = fakePort();
  archive.use(fresh);
  fresh.hear({ id: sentId(fresh, 0), ok: true, value: 1 });
  expect(await outcomeOf(held)).toEqual({ ok: true, value: 1 });
});

test('passes events on and minds no answer nobody asked for', () => {
  const heard: unknown[] = [];
  const archive = createArchivePort('a1', (event) => heard.push(event));
  const port = fakePort();
  archive.use(port);
  port.hear({ event: { type: 'archiveChanged', documents: 'many' } });
  port.hear({ id: 'a1-99', ok: true, value: 1 });
  expect(heard).toEqual([{ type: 'archiveChanged', documents: 'many' }]);
});
