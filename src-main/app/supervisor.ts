/**
 * Keeps the archive process alive: starts it, gives each window a port, starts it
 * again when it dies, closes it at quit. Correctness never depends on a clean close.
 */
import type { RunningWork } from '@shared/contract/events';
import type { RecoveryAnswer, RecoveryProgress } from '@shared/contract/shell-recovery';
import type { Asset } from '@shared/model/asset';
import type { Sha256 } from '@shared/model/ids';
import { type ErrorData, failure, type Outcome } from '@shared/outcome/outcome';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { FromHost, HostPaths, HostWish, ToHost } from '../host/host-protocol';
import { printPage } from './print-page';
import { createRestartLimit } from './restart-limit';

/** Time the archive has to close, in milliseconds; after it the process is ended, and nothing answered is lost. */
const closeBudgetMs = 5_000;

export interface SupervisorOptions {
  readonly hostFile: string;
  /** Asked at each start. */
  readonly paths: () => HostPaths;
  /** What a fresh process has to be told again. */
  readonly grants: () => readonly { readonly grant: string; readonly paths: readonly string[] }[];
  /** The process died: ports given out are dead. */
  readonly onLost: () => void;
  readonly onOpened: () => void;
  /** A backup is open in the archive's place; what was there bears this name. */
  readonly onRestored: (aside: string | null) => void;
  /** It verified the archive by itself. */
  readonly onChecked: (atMs: number) => void;
  /** A fresh process has opened the archive: windows need new ports. */
  readonly onRestarted: () => void;
  /** The archive can't be opened, or can't be used any longer; `start` tries again. */
  readonly onFailed: (error: ErrorData) => void;
  readonly onRecoveryProgress: (progress: RecoveryProgress) => void;
  /** It died too often to be started again by itself. */
  readonly onGivenUp: (error: ErrorData) => void;
}

/** A recovery is not counted: its progress is in the units of its stages. */
export type UnderWay = RunningWork | { readonly kind: 'recovery' };

interface Wish {
  readonly settle: (outcome: Outcome<RecoveryAnswer>) => void;
  /** Whether stopping it costs anything. */
  readonly writes: boolean;
}

export interface Supervisor {
  /** Starts the process, or tries again after a failure. */
  readonly start: () => void;
  /** One end of a new channel to the archive; the other is the process's. */
  readonly newPort: () => MessagePortMain;
  /** Settles when the process has heard of it; at once while there is none, which is told when it starts. */
  readonly grant: (grant: string, paths: readonly string[]) => Promise<void>;
  readonly backUpInto: (folder: string) => void;
  readonly backUpFirst: (on: boolean) => void;
  /** A picture of the archive; null when it has none of that hash or the process can't answer. */
  readonly readAsset: (sha256: Sha256) => Promise<Asset | null>;
  /** Only while no archive is open. */
  readonly recover: (wish: HostWish) => Promise<Outcome<RecoveryAnswer>>;
  /** Has what is being recovered stop; it is answered soon. */
  readonly stopRecovery: () => void;
  /** What ending the process would cut short. */
  readonly work: () => readonly UnderWay[];
  /** Has what is under way stop, closes the archive and ends the process within 5 seconds. */
  readonly stop: () => Promise<void>;
}

/** Makes a supervisor; nothing runs before `start`. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const afterDeath = createRestartLimit(() => Date.now());
  let host: UtilityProcess | null = null;
  let stopping = false;
  let restarting = false;
  let lastWish = 0;
  const wishes = new Map<number, Wish>();
  let lastAsset = 0;
  const assets = new Map<number, (asset: Asset | null) => void>();
  const grantsOnTheirWay = new Map<string, () => void>();
  let work: readonly RunningWork[] = [];

  const send = (message: ToHost, ports: MessagePortMain[] = []): void => host?.postMessage(message, ports);

  const hear = (message: FromHost): void => {
    switch (message.type) {
      case 'failed':
        options.onFailed(message.error);
        break;
      case 'opened':
        options.onOpened();
        if (restarting) options.onRestarted();
        restarting = false;
        break;
      case 'restored':
        options.onRestored(message.aside);
        break;
      case 'checked':
        options.onChecked(message.atMs);
        break;
      case 'recovered':
        wishes.get(message.id)?.settle(message.outcome);
        wishes.delete(message.id);
        break;
      case 'recoveryProgress':
        options.onRecoveryProgress(message.progress);
        break;
      case 'work':
        work = message.work;
        break;
      case 'print':
        void print(message);
        break;
      case 'asset':
        assets.get(message.id)?.(message.asset);
        assets.delete(message.id);
        break;
      case 'granted':
        grantsOnTheirWay.get(message.grant)?.();
        grantsOnTheirWay.delete(message.grant);
        break;
      case 'closed':
        break;
    }
  };

  const print = async ({ id, page, settings }: Extract<FromHost, { type: 'print' }>): Promise<void> => {
    send({ type: 'printed', id, outcome: await printPage(page, settings) });
  };

  const died = (dead: UtilityProcess): void => {
    if (host !== dead) return;
    host = null;
    work = [];
    for (const { settle } of wishes.values()) settle(failure(keepsStopping));
    wishes.clear();
    for (const settle of assets.values()) settle(null);
    assets.clear();
    for (const settle of grantsOnTheirWay.values()) settle();
    grantsOnTheirWay.clear();
    if (stopping) return;
    options.onLost();
    restarting = true;
    if (afterDeath() === 'restart') start();
    else options.onGivenUp(keepsStopping);
  };

  const haveProcess = (): void => {
    if (host !== null) return;
    const fresh = utilityProcess.fork(options.hostFile, [], { serviceName: 'Postil archive', stdio: 'inherit' });
    fresh.on('message', hear);
    fresh.on('exit', () => died(fresh));
    host = fresh;
    for (const { grant, paths } of options.grants()) send({ type: 'grant', grant, paths });
  };
  const start = (): void => {
    haveProcess();
    send({ type: 'open', paths: options.paths() });
  };

  return {
    start,
    newPort: () => {
      const { port1, port2 } = new MessageChannelMain();
      send({ type: 'port' }, [port1]);
      return port2;
    },
    grant: (grant, paths) =>
      new Promise((resolve) => {
        if (host === null) return resolve();
        grantsOnTheirWay.set(grant, resolve);
        send({ type: 'grant', grant, paths });
      }),
    backUpInto: (folder) => send({ type: 'backupsFolder', folder }),
    backUpFirst: (on) => send({ type: 'backUpFirst', on }),
    readAsset: (sha256) =>
      new Promise((resolve) => {
        if (host === null) return resolve(null);
        const id = ++lastAsset;
        assets.set(id, resolve);
        send({ type: 'readAsset', id, sha256 });
      }),
    recover: (wish) =>
      new Promise((resolve) => {
        haveProcess();
        const id = ++lastWish;
        wishes.set(id, { settle: resolve, writes: wish.do !== 'survey' && wish.do !== 'look-into' });
        send({ type: 'recover', id, wish, paths: options.paths() });
      }),
    stopRecovery: () => send({ type: 'stopRecovery' }),
    work: () => ([...wishes.values()].some(({ writes }) => writes) ? [...work, { kind: 'recovery' }] : work),
    stop: async () => {
      stopping = true;
      if (host !== null) await stopHost(host);
    },
  };
}

const keepsStopping: ErrorData = {
  code: 'archive/keeps-stopping',
  message:
    'The part of Postil that keeps the archive stopped several times in a row. What was saved is on disk; try again.',
  params: {},
};

function stopHost(host: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      host.kill();
      resolve();
    };
    const timer = setTimeout(end, closeBudgetMs);
    host.on('exit', end);
    host.on('message', (message: FromHost) => {
      if (message.type === 'closed') end();
    });
    host.postMessage({ type: 'close' } satisfies ToHost);
  });
}
