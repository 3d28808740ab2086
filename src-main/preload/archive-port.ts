/**
 * Calls to the archive over a port that may not be there yet, or may be replaced:
 * answers find their calls by id, early calls wait, lost ones are told so. Inputs and
 * outcomes pass through as JSON, unread.
 */
import { readFromArchive, requestText } from '@shared/contract/port-text';
import type { ArchiveEvent } from '@shared/contract/shapes';
import type { Outcome } from '@shared/outcome/outcome';

/** What is asked of a port; a DOM MessagePort has it. */
export interface PortLike {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage: (message: unknown) => void;
  close: () => void;
}

export interface ArchivePort {
  /** Takes and gives JSON. Never rejects: a lost call answers `archive/interrupted`. */
  readonly call: (name: string, inputJson: string) => Promise<string>;
  readonly use: (port: PortLike) => void;
  /** Gives up the port and all calls under way; later calls wait for the next port. */
  readonly lose: () => void;
}

type Settle = (outcomeJson: string) => void;

/** Makes the port's keeper; `onEvent` hears what the archive announces. */
export function createArchivePort(onEvent: (event: ArchiveEvent) => void): ArchivePort {
  let port: PortLike | null = null;
  let lastId = 0;
  const waiting: { readonly message: string; readonly settle: Settle; readonly id: number }[] = [];
  const sent = new Map<number, Settle>();

  const send = (id: number, message: string, settle: Settle): void => {
    if (port === null) {
      waiting.push({ id, message, settle });
      return;
    }
    port.postMessage(message);
    sent.set(id, settle);
  };

  const receive = (text: string): void => {
    const message = readFromArchive(text);
    if ('eventJson' in message) {
      // The other end is our own archive process.
      onEvent(JSON.parse(message.eventJson) as ArchiveEvent);
      return;
    }
    const settle = sent.get(message.id);
    sent.delete(message.id);
    settle?.(message.outcomeJson);
  };

  const lose = (): void => {
    if (port !== null) {
      port.onmessage = null;
      port.close();
      port = null;
    }
    const lost = [...sent.values()];
    sent.clear();
    for (const settle of lost) settle(JSON.stringify(interrupted));
  };

  return {
    call: (name, inputJson) =>
      new Promise((settle) => {
        const id = ++lastId;
        send(id, requestText(id, name, inputJson), settle);
      }),
    use: (next) => {
      lose();
      port = next;
      next.onmessage = ({ data }) => {
        if (typeof data === 'string') receive(data);
      };
      for (const { id, message, settle } of waiting.splice(0)) send(id, message, settle);
    },
    lose,
  };
}

const interrupted: Outcome<never> = {
  ok: false,
  error: {
    code: 'archive/interrupted',
    message:
      'The archive was interrupted before it answered. Look whether the change is there, and make it again if it is not.',
    params: {},
  },
};
