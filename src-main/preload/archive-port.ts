/**
 * Calls to the archive over a port that may not be there yet, or may be replaced:
 * answers find their calls by id, early calls wait, lost ones are told so.
 */
import type { CallResponse, FromArchive } from '@shared/contract/messages';
import type { ArchiveEvent } from '@shared/contract/shapes';
import type { Outcome } from '@shared/outcome/outcome';

/** What is asked of a port; a DOM MessagePort has it. */
export interface PortLike {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage: (message: unknown) => void;
  close: () => void;
}

export interface ArchivePort {
  /** Never rejects: a lost call answers `archive/interrupted`. */
  readonly call: (name: string, input: unknown) => Promise<Outcome<unknown>>;
  readonly use: (port: PortLike) => void;
  /** Gives up the port and all calls under way; later calls wait for the next port. */
  readonly lose: () => void;
}

type Settle = (outcome: Outcome<unknown>) => void;

/** Makes the port's keeper; `onEvent` hears what the archive announces. */
export function createArchivePort(onEvent: (event: ArchiveEvent) => void): ArchivePort {
  let port: PortLike | null = null;
  let lastId = 0;
  const waiting: { readonly message: unknown; readonly settle: Settle; readonly id: number }[] = [];
  const sent = new Map<number, Settle>();

  const send = (id: number, message: unknown, settle: Settle): void => {
    if (port === null) {
      waiting.push({ id, message, settle });
      return;
    }
    try {
      port.postMessage(message);
      sent.set(id, settle);
    } catch {
      // What can't be cloned (functions, nodes) can't be a valid input either.
      settle({
        ok: false,
        error: { code: 'request/invalid', message: 'A message to the archive was not plain data.', params: {} },
      });
    }
  };

  const receive = (message: FromArchive): void => {
    if ('event' in message) {
      onEvent(message.event);
      return;
    }
    const settle = sent.get(message.id);
    sent.delete(message.id);
    settle?.(outcomeOf(message));
  };

  const lose = (): void => {
    if (port !== null) {
      port.onmessage = null;
      port.close();
      port = null;
    }
    const lost = [...sent.values()];
    sent.clear();
    for (const settle of lost) settle(interrupted);
  };

  return {
    call: (name, input) =>
      new Promise((settle) => {
        const id = ++lastId;
        send(id, { id, call: name, input }, settle);
      }),
    use: (next) => {
      lose();
      port = next;
      // The other end is our own archive process.
      next.onmessage = ({ data }) => receive(data as FromArchive);
      for (const { id, message, settle } of waiting.splice(0)) send(id, message, settle);
    },
    lose,
  };
}

const outcomeOf = (response: CallResponse): Outcome<unknown> =>
  response.ok ? { ok: true, value: response.value } : { ok: false, error: response.error };

const interrupted: Outcome<never> = {
  ok: false,
  error: {
    code: 'archive/interrupted',
    message:
      'The archive was interrupted before it answered. Look whether the change is there, and make it again if it is not.',
    params: {},
  },
};
