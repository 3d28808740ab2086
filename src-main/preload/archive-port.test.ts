import type { FromArchive } from '@shared/contract/messages';
import { requestOf, textFromArchive } from '@shared/contract/port-text';
import { expect, test } from 'vitest';
import { createArchivePort, type PortLike } from './archive-port';

interface FakePort extends PortLike {
  readonly sent: { readonly id: number; readonly call: string }[];
  readonly hear: (message: FromArchive) => void;
  closed: boolean;
}

function fakePort(): FakePort {
  const sent: { id: number; call: string }[] = [];
  const port = {
    sent,
    closed: false,
    onmessage: null as PortLike['onmessage'],
    postMessage: (message: unknown) => void sent.push(requestOf(message) as { id: number; call: string }),
    close: () => {
      port.closed = true;
    },
    hear: (message: FromArchive) => port.onmessage?.({ data: textFromArchive(message) }),
  };
  return port;
}
const sentId = (port: FakePort, index: number): number => port.sent[index]?.id ?? -1;
const outcomeOf = async (answer: Promise<string>): Promise<unknown> => JSON.parse(await answer);

test('keeps calls until a port is there, then sends them in order', async () => {
  const archive = createArchivePort(() => undefined);
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

test('answers calls under way with archive/interrupted when the port is replaced', async () => {
  const archive = createArchivePort(() => undefined);
  const old = fakePort();
  archive.use(old);
  const lost = archive.call('stats', '{}');
  const fresh = fakePort();
  archive.use(fresh);
  expect(await outcomeOf(lost)).toMatchObject({ ok: false, error: { code: 'archive/interrupted' } });
  expect(old.closed).toBe(true);
  expect(fresh.sent).toEqual([]);
});

test('holds calls made between a death and the next port', async () => {
  const archive = createArchivePort(() => undefined);
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
  const archive = createArchivePort((event) => heard.push(event));
  const port = fakePort();
  archive.use(port);
  port.hear({ event: { type: 'archiveChanged', documents: 'many' } });
  port.hear({ id: 99, ok: true, value: 1 });
  expect(heard).toEqual([{ type: 'archiveChanged', documents: 'many' }]);
});
