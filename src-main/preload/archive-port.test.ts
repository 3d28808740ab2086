import { expect, test } from 'vitest';
import { createArchivePort, type PortLike } from './archive-port';

function fakePort(): PortLike & {
  readonly sent: { id: number; call: string }[];
  readonly hear: (data: unknown) => void;
  closed: boolean;
} {
  const sent: { id: number; call: string }[] = [];
  const port = {
    sent,
    closed: false,
    onmessage: null as PortLike['onmessage'],
    postMessage: (message: unknown) => void sent.push(structuredClone(message) as { id: number; call: string }),
    close: () => {
      port.closed = true;
    },
    hear: (data: unknown) => port.onmessage?.({ data }),
  };
  return port;
}
const sentId = (port: ReturnType<typeof fakePort>, index: number): number => port.sent[index]?.id ?? -1;

test('keeps calls until a port is there, then sends them in order', async () => {
  const archive = createArchivePort(() => undefined);
  const first = archive.call('stats', {});
  const second = archive.call('verify', {});
  const port = fakePort();
  archive.use(port);
  expect(port.sent.map(({ call }) => call)).toEqual(['stats', 'verify']);
  port.hear({ id: sentId(port, 1), ok: true, value: 'two' });
  port.hear({ id: sentId(port, 0), ok: false, error: { code: 'internal', message: 'm', params: {} } });
  expect(await second).toEqual({ ok: true, value: 'two' });
  expect(await first).toMatchObject({ ok: false, error: { code: 'internal' } });
});

test('answers calls under way with archive/interrupted when the port is replaced', async () => {
  const archive = createArchivePort(() => undefined);
  const old = fakePort();
  archive.use(old);
  const lost = archive.call('stats', {});
  const fresh = fakePort();
  archive.use(fresh);
  expect(await lost).toMatchObject({ ok: false, error: { code: 'archive/interrupted' } });
  expect(old.closed).toBe(true);
  expect(fresh.sent).toEqual([]);
});

test('holds calls made between a death and the next port', async () => {
  const archive = createArchivePort(() => undefined);
  archive.use(fakePort());
  archive.lose();
  const held = archive.call('stats', {});
  const fresh = fakePort();
  archive.use(fresh);
  fresh.hear({ id: sentId(fresh, 0), ok: true, value: 1 });
  expect(await held).toEqual({ ok: true, value: 1 });
});

test('refuses what can’t be sent instead of hanging', async () => {
  const archive = createArchivePort(() => undefined);
  archive.use(fakePort());
  expect(await archive.call('stats', { run: () => 1 })).toMatchObject({
    ok: false,
    error: { code: 'request/invalid' },
  });
});

test('passes events on and minds no answer nobody asked for', () => {
  const heard: unknown[] = [];
  const archive = createArchivePort((event) => heard.push(event));
  const port = fakePort();
  archive.use(port);
  port.hear({ event: { type: 'archiveChanged', documents: 'many' } });
  port.hear({ id: 99, ok: true, value: 1 });
  expect(heard).toEqual([{ type: 'archiveChanged', documents: 'many' }]);
});
