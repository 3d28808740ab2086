/**
 * The windows' ports: each message answered, each event sent to all. Knows ports only
 * by the three things it does with them.
 */

import type { ArchiveEvent } from '@shared/contract/events';
import type { FromArchive } from '@shared/contract/messages';
import type { ErrorData } from '@shared/outcome/outcome';
import { answer, type Served } from './answer';
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
  /** Answers from now on with `served`; null makes what comes wait again. */
  readonly serve: (served: Served | null) => void;
  readonly emit: (event: ArchiveEvent) => void;
}

/** Keeps the ports of all windows. `onWork` hears of each message, `onFailure` of each failure answered. */
export function createWindows(
  log: HostLog,
  onWork: () => void,
  onFailure: (error: ErrorData) => void = () => undefined,
): Windows {
  const ports = new Set<WindowPort>();
  let served: Served | null = null;
  const early: (() => void)[] = [];

  const reply = async (port: WindowPort, message: unknown, by: Served): Promise<void> => {
    onWork();
    const response = await answer(by, message, log);
    if (response === null) return;
    if (ports.has(port)) port.send(response);
    if (!response.ok) onFailure(response.error);
  };

  return {
    add: (port) => {
      ports.add(port);
      port.onClose(() => ports.delete(port));
      port.onMessage((message) => {
        if (served === null) early.push(() => served && void reply(port, message, served));
        else void reply(port, message, served);
      });
    },
    serve: (services) => {
      served = services;
      if (served !== null) for (const run of early.splice(0)) run();
    },
    emit: (event) => {
      for (const port of ports) port.send({ event });
    },
  };
}
