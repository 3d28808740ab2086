/**
 * Entry of the archive process: joins the parent port, the windows' ports, the worker
 * threads and the archive. Holds the only connection of the app to the archive.
 */

import { requestOf, textFromArchive } from '@shared/contract/port-text';
import { type ErrorData, Failure, failure } from '@shared/outcome/outcome';
import type { MessageEvent, MessagePortMain } from 'electron';
import { internalError } from './answer';
import { createPrinter } from './ask-printer';
import { createHostLog, type HostLog } from './host-log';
import type { FromHost, HostPaths, ToHost } from './host-protocol';
import { type Keeper, keepArchive } from './keeper';
import { createParsePool, type ParsePool } from './parse-pool';
import { type RunningRecovery, recoverInWorker } from './recover-in-worker';
import { createWindows, type WindowPort, type Windows } from './serve-windows';

interface Open {
  readonly keeper: Keeper;
  readonly pool: ParsePool;
}

const parent = process.parentPort;
const grants = new Map<string, readonly string[]>();
let log: HostLog | null = null;
const printer = createPrinter((message) => say(message));
let windows: Windows | null = null;
let open: Open | null = null;
let recovery: RunningRecovery | null = null;

parent.on('message', ({ data, ports }: MessageEvent) => {
  // From main alone, which is ours; windows have no way to this port.
  void obey(data as ToHost, ports);
});
process.on('uncaughtException', (error) => endAfter('uncaught', error));
process.on('unhandledRejection', (reason) => endAfter('unhandled', reason));

async function obey(message: ToHost, ports: readonly MessagePortMain[]): Promise<void> {
  switch (message.type) {
    case 'open':
      return openArchiveAt(message.paths);
    case 'port':
      for (const port of ports) windows?.add(windowPort(port));
      return;
    case 'grant':
      grants.set(message.grant, message.paths);
      return say({ type: 'granted', grant: message.grant });
    case 'backupsFolder':
      return open?.keeper.backUpInto(message.folder);
    case 'backUpFirst':
      return open?.keeper.backUpFirst(message.on);
    case 'recover':
      return tryRecovery(message);
    case 'stopRecovery':
      return recovery?.stop();
    case 'printed':
      return printer.printed(message.id, message.outcome);
    case 'readAsset':
      return say({ type: 'asset', id: message.id, asset: open?.keeper.readAsset(message.sha256) ?? null });
    case 'close':
      return close();
  }
}

function openArchiveAt(paths: HostPaths): void {
  log ??= createHostLog(paths.logsFolder);
  windows ??= createWindows(
    log,
    () => open?.keeper.touch(),
    (error) => open?.keeper.failed(error),
  );
  const { emit, serve } = windows;
  const pool = createParsePool({ workerFile: paths.workerFile });
  try {
    const keeper = keepArchive({
      paths,
      parse: pool.parse,
      print: printer.print,
      grantedPaths: (grant) => grants.get(grant) ?? [],
      emit,
      log,
      serve,
      onTrouble: (error) => void endTrouble(error),
      beginRecovery: (wish, onProgress) => recoverInWorker(wish, paths, onProgress),
      onRestored: (aside) => say({ type: 'restored', aside }),
      onChecked: (atMs) => say({ type: 'checked', atMs }),
      onWork: (work) => say({ type: 'work', work }),
    });
    open = { keeper, pool };
    say({ type: 'opened' });
  } catch (error) {
    if (!(error instanceof Failure)) log.bug('open', error);
    say({ type: 'failed', error: error instanceof Failure ? error.data : internalError });
  }
}

/** The keeper has closed the archive; calls wait until it is opened again. */
async function endTrouble(error: ErrorData): Promise<void> {
  windows?.serve(null);
  const { pool } = open ?? {};
  open = null;
  await pool?.close();
  say({ type: 'failed', error });
}

async function tryRecovery({ id, wish, paths }: Extract<ToHost, { type: 'recover' }>): Promise<void> {
  log ??= createHostLog(paths.logsFolder);
  if (open !== null) throw new Error('Nothing is recovered while the archive is open');
  // One at a time: whoever wishes something new no longer waits for what went before.
  recovery?.stop();
  const running = recoverInWorker(wish, paths, (progress) => say({ type: 'recoveryProgress', progress }));
  recovery = running;
  const outcome = await running.outcome.catch((error: unknown) => {
    log?.bug('recover', error);
    return failure(internalError);
  });
  if (recovery === running) recovery = null;
  say({ type: 'recovered', id, outcome });
}

/** What is under way stops first and clears up behind itself; main ends the process when that takes too long. */
async function close(): Promise<void> {
  recovery?.stop();
  await recovery?.outcome.catch((error: unknown) => log?.bug('recover', error));
  if (open !== null) {
    await open.keeper.stopWork();
    open.keeper.close();
    await open.pool.close();
    open = null;
  }
  say({ type: 'closed' });
}

function windowPort(port: MessagePortMain): WindowPort {
  port.start();
  return {
    send: (message) => port.postMessage(textFromArchive(message)),
    onMessage: (listener) => port.on('message', ({ data }) => listener(requestOf(data))),
    onClose: (listener) => port.on('close', listener),
  };
}

/** A process in an unknown state must not go on writing: main starts a fresh one. */
function endAfter(what: string, error: unknown): void {
  log?.bug(what, error);
  process.exit(1);
}

const say = (message: FromHost): void => parent.postMessage(message);
