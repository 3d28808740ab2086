/**
 * Calls to the archive over a port that may not be there yet, or may be replaced:
 * answers find their calls by id, early calls wait, and a call whose answer was lost is
 * sent once more, since commands are not done twice. Inputs and outcomes pass through as JSON, unread.
 */

import type { ArchiveEvent } from '@shared/contract/events';
import { readFromArchive, requestText } from '@shared/contract/port-text';
import type { Outcome } from '@shared/outcome/outcome';

/** What is asked of a port; a DOM MessagePort has it. */
export interface PortLike {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage: (message: unknown) => void;
  close: () => void;
}

export interface ArchivePort {
  /** Takes and gives JSON. Never rejects: a call lost twice, or for long, answers `archive/interrupted`. */
  readonly call: (name: string, inputJson: string) => Promise<string>;
  readonly use: (port: PortLike) => void;
  /** Gives up the port; calls under way and later ones wait for the next. */
  readonly lose: () => void;
}

interface Call {
  readonly id: string;
  readonly message: string;
  readonly settle: (outcomeJson: string) => void;
  /** How often it was sent; what brought the archive down twice is not tried a third time. */
  sent: number;
}

/** Longest wait for another port, in milliseconds: the archive is back within two seconds or has given up. */
const patienceMs = 10_000;
const mostSendings = 2;

/** Makes the port's keeper; `onEvent` hears what the archive announces, `window` is the random part of its ids. */
export function createArchivePort(window: string, onEvent: (event: ArchiveEvent) => void): ArchivePort {
  let port: PortLike | null = null;
  let everHadPort = false;
  let lastNumber = 0;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Map<string, Call>();
  const under = new Map<string, Call>();

  const interrupt = (call: Call): void => {
    waiting.delete(call.id);
    call.settle(JSON.stringify(interrupted));
  };
  const send = (call: Call): void => {
    if (port === null) {
      waiting.set(call.id, call);
      // The first port is on its way however long the archive takes to open; one that was lost may not come back.
      if (everHadPort) patience ??= setTimeout(giveUp, patienceMs);
      return;
    }
    call.sent++;
    under.set(call.id, call);
    port.postMessage(call.message);
  };
  const giveUp = (): void => {
    patience = undefined;
    for (const call of [...waiting.values()]) interrupt(call);
  };
  const receive = (text: string): void => {
    const message = readFromArchive(text);
    if ('eventJson' in message) {
      // The other end is our own archive process.
      onEvent(JSON.parse(message.eventJson) as ArchiveEvent);
      return;
    }
    const call = under.get(message.id);
    under.delete(message.id);
    call?.settle(message.outcomeJson);
  };
  const lose = (): void => {
    if (port === null) return;
    port.onmessage = null;
    port.close();
    port = null;
    const lost = [...under.values()];
    under.clear();
    for (const call of lost) {
      if (call.sent < mostSendings) send(call);
      else interrupt(call);
    }
  };

  return {
    call: (name, inputJson) =>
      new Promise((settle) => {
        const id = `${window}-${++lastNumber}`;
        send({ id, message: requestText(id, name, inputJson), settle, sent: 0 });
      }),
    use: (next) => {
      lose();
      clearTimeout(patience);
      patience = undefined;
      port = next;
      everHadPort = true;
      next.onmessage = ({ data }) => {
        if (typeof data === 'string') receive(data);
      };
      const calls = [...waiting.values()];
      waiting.clear();
      for (const call of calls) send(call);
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
