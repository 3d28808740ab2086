/**
 * The windows' ports: each message answered, each event sent to all. Knows ports only
 * by the three things it does with them.
 */
import type { Handlers } from '@shared/contract/calls';
import type { FromArchive } from '@shared/contract/messages';
import type { ArchiveEvent } from '@shared/contract/shapes';
import { answer } from './answer';
import type { HostLog } from './host-log';

/** What is asked of a window's port. */
export interface WindowPort {
  readonly send: (message: FromArchive) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onClose: (listener: () => void) => void;
}

export interface Windows {
  /** Takes on a window; its messages wait until {@link Windows.serve} was called. */
  readonly add: (port: WindowPort) => void;
  readonly serve: (handlers: Handlers) => void;
  readonly emit: (event: ArchiveEvent) => void;
}

/** Keeps the ports of all windows. `onWork` hears of each message, to know when the archive is idle. */
export function createWindows(log: HostLog, onWork: () => void): Windows {
  const ports = new Set<WindowPort>();
  let handlers: Handlers | null = null;
  const early: (() => void)[] = [];

  const reply = async (port: WindowPort, message: unknown, served: Handlers): Promise<void> => {
    onWork();
    const response = await answer(served, message, log);
    if (response === null || !ports.has(port)) return;
    port.send(response);
  };

  return {
    add: (port) => {
      ports.add(port);
      port.onClose(() => ports.delete(port));
      port.onMessage((message) => {
        if (handlers === null) early.push(() => handlers && void reply(port, message, handlers));
        else void reply(port, message, handlers);
      });
    },
    serve: (served) => {
      handlers = served;
      for (const run of early.splice(0)) run();
    },
    emit: (event) => {
      for (const port of ports) port.send({ event });
    },
  };
}
