/**
 * Which archive is open, and everything that may happen to it as a whole: opened in
 * another's place, moved, recovered. Each gets an archive process of its own; one at a time.
 */
import { dirname, extname, resolve } from 'node:path';
import type { RecentArchive, ShownFile } from '@shared/contract/shell';
import type { ArchiveState, RecoveryAnswer } from '@shared/contract/shell-recovery';
import { type ErrorData, failure, type Outcome, success } from '@shared/outcome/outcome';
import type { MessagePortMain } from 'electron';
import type { HostPaths, HostWish } from '../host/host-protocol';
import { type ArchivesStore, archiveId, archiveName, usualBackupsFolder } from './archives-store';
import { attemptMove, type Moved, setAsideMoved } from './move-archive';
import { shownPlace } from './shown-place';
import { createSupervisor, type Supervisor, type SupervisorOptions, type UnderWay } from './supervisor';
import { moveWatchFile, watchFileOf } from './watch-file';
import type { AppWindows } from './windows';

type Fixed = Omit<HostPaths, 'archive' | 'watchFile' | 'backupsFolder' | 'backUpFirst' | 'mayCreate' | 'checkedAtMs'>;

export interface DeskOptions {
  readonly hostFile: string;
  readonly paths: Fixed;
  readonly store: ArchivesStore;
  /** Folder of the profile where each archive's watched folder is remembered. */
  readonly watchesFolder: string;
  readonly windows: AppWindows;
  readonly grants: SupervisorOptions['grants'];
  readonly nowMs: () => number;
  /** The person's setting at this moment. */
  readonly backUpFirst: () => boolean;
  /** Asks the person whether this archive may be left though that cuts its work short. */
  readonly mayLeave: (work: readonly UnderWay[]) => Promise<boolean>;
}

export interface ArchiveDesk {
  /** For a window to show; that the archive was restored is told once. */
  readonly state: () => ArchiveState;
  readonly recent: () => readonly RecentArchive[];
  /** Opens an archive in the present one's place. `mayCreate`: one is made where nothing is. */
  readonly open: (path: string, mayCreate: boolean) => Promise<void>;
  /** The present one, once more. */
  readonly openAgain: (mayCreate: boolean) => void;
  readonly path: () => string;
  /** Opens one of those opened before; false when it is none. */
  readonly openKnown: (id: string) => Promise<boolean>;
  /** Hears that the archives opened before are others, or another of them is open. */
  readonly onRecentChanged: (listener: () => void) => void;
  /** Moves the present archive and opens it at its new place. */
  readonly move: (to: string) => Promise<Moved>;
  /** Copies the present archive, which is in trouble, and opens the copy. */
  readonly copyElsewhere: (to: string) => Promise<Outcome<RecoveryAnswer>>;
  /** Null: beside the archive again. */
  readonly backUpInto: (folder: string | null) => void;
  /** The setting changed. */
  readonly backUpFirst: (on: boolean) => void;
  readonly recover: (wish: HostWish) => Promise<Outcome<RecoveryAnswer>>;
  readonly stopRecovery: () => void;
  /** Where a file lies that a window wants shown; null when there is none of that name. */
  readonly placeOf: (file: ShownFile) => string | null;
  /** What leaving the present archive would cut short. */
  readonly work: Supervisor['work'];
  readonly readAsset: Supervisor['readAsset'];
  readonly newPort: () => MessagePortMain;
  readonly grant: Supervisor['grant'];
  readonly stop: () => Promise<void>;
}

/** Starts with the archive at `first`. */
export function createArchiveDesk(first: string, options: DeskOptions): ArchiveDesk {
  const { store, windows } = options;
  let path = resolve(first);
  // What was opened before and is gone is looked for, not made anew, empty.
  let mayCreate = store.find(path) === undefined;
  let state: ArchiveState = { is: 'opening', archive: placeOf(path) };
  let switching = false;
  let recentChanged = (): void => undefined;

  const enter = (next: ArchiveState): void => {
    state = next;
    windows.send({ type: 'archiveState', state });
  };
  const backupsFolder = (): string => store.find(path)?.backupsFolder ?? usualBackupsFolder(path);
  const paths = (): HostPaths => ({
    ...options.paths,
    archive: path,
    backupsFolder: backupsFolder(),
    watchFile: watchFileOf(options.watchesFolder, path),
    backUpFirst: options.backUpFirst(),
    mayCreate,
    checkedAtMs: store.find(path)?.checkedAtMs ?? 0,
  });
  const inTrouble = (error: ErrorData): void => enter({ is: 'trouble', archive: placeOf(path), error });
  const makeSupervisor = (): Supervisor =>
    createSupervisor({
      hostFile: options.hostFile,
      paths,
      grants: options.grants,
      onLost: windows.losePorts,
      onRestarted: () => {
        windows.givePorts(() => supervisor.newPort());
        windows.send({ type: 'archiveRestarted' });
      },
      onOpened: () => {
        mayCreate = false;
        store.note(path, { openedAtMs: options.nowMs() });
        enter({ is: 'open', archive: placeOf(path) });
        recentChanged();
      },
      onRestored: (aside) => {
        store.note(path, { checkedAtMs: 0 });
        // Pages show the archive that was: each is made anew, and asks what happened.
        state = { is: 'open', archive: placeOf(path), restored: { aside } };
        windows.reload();
      },
      onChecked: (checkedAtMs) => store.note(path, { checkedAtMs }),
      onFailed: inTrouble,
      onGivenUp: inTrouble,
      onRecoveryProgress: (progress) => windows.send({ type: 'recoveryProgress', progress }),
    });
  let supervisor = makeSupervisor();
  supervisor.start();

  const start = (at: string, create: boolean): void => {
    path = resolve(at);
    mayCreate = create;
    state = { is: 'opening', archive: placeOf(path) };
    supervisor = makeSupervisor();
    supervisor.start();
    windows.reload();
  };
  /** One switch at a time: what is saved goes to the archive it belongs to. */
  const closeForSwitch = async (): Promise<boolean> => {
    if (switching) return false;
    switching = true;
    if (!(await options.mayLeave(supervisor.work()))) {
      switching = false;
      return false;
    }
    if (state.is === 'open') await windows.flushAll();
    await supervisor.stop();
    return true;
  };

  /** A process of its own copies: nothing is open meanwhile, and the copy opens only when it is proven. */
  const copyToOtherDisk = async (target: string): Promise<Moved> => {
    const old = path;
    supervisor = makeSupervisor();
    enter({ is: 'copying', archive: placeOf(path), to: placeOf(target) });
    const outcome = await supervisor.recover({ do: 'copy-elsewhere', to: target });
    await supervisor.stop();
    if (!outcome.ok) return { was: 'refused', error: outcome.error };
    return { was: 'copied', old: setAsideMoved(old, new Date(options.nowMs())) ?? old, isWatchLost: false };
  };

  const open = async (at: string, create: boolean): Promise<void> => {
    if (resolve(at) === path && state.is === 'open') return;
    if (!(await closeForSwitch())) return;
    start(at, create);
    switching = false;
  };

  const tellState = (): ArchiveState => {
    const told = state;
    if (told.is === 'open') state = { is: 'open', archive: told.archive };
    return told;
  };

  return {
    state: tellState,
    recent: () =>
      store.all().map((one) => ({
        id: archiveId(one.path),
        ...placeOf(one.path),
        openedAtMs: one.openedAtMs,
        isCurrent: one.path === path,
      })),
    open,
    openAgain: (create) => {
      if (state.is !== 'trouble') return;
      mayCreate = create;
      enter({ is: 'opening', archive: placeOf(path) });
      supervisor.start();
    },
    path: () => path,
    openKnown: async (id) => {
      const known = store.all().find((one) => archiveId(one.path) === id);
      if (known !== undefined) await open(known.path, false);
      return known !== undefined;
    },
    onRecentChanged: (listener) => {
      recentChanged = listener;
    },
    move: async (to) => {
      const target = resolve(withEnding(to));
      if (target === path || !(await closeForSwitch())) return { was: 'moved', isWatchLost: false };
      const moved = attemptMove(path, target) ?? (await copyToOtherDisk(target));
      const isMoved = moved.was !== 'refused';
      if (isMoved) store.moved(path, target);
      const isWatchLost = isMoved && !moveWatchFile(options.watchesFolder, path, target);
      start(isMoved ? target : path, false);
      switching = false;
      return isMoved ? { ...moved, isWatchLost } : moved;
    },
    copyElsewhere: async (to) => {
      const target = resolve(withEnding(to));
      if (state.is !== 'trouble') return noTrouble();
      const outcome = await supervisor.recover({ do: 'copy-elsewhere', to: target });
      if (!outcome.ok || !(await closeForSwitch())) return outcome;
      start(target, false);
      switching = false;
      return success({ did: 'copy-elsewhere', copied: true });
    },
    backUpInto: (folder) => {
      store.note(path, { backupsFolder: folder });
      supervisor.backUpInto(backupsFolder());
    },
    backUpFirst: (on) => supervisor.backUpFirst(on),
    recover: (wish) => (state.is === 'trouble' ? supervisor.recover(wish) : Promise.resolve(noTrouble())),
    stopRecovery: () => supervisor.stopRecovery(),
    placeOf: (file) => shownPlace(file, path, backupsFolder()),
    work: () => supervisor.work(),
    readAsset: (sha256) => supervisor.readAsset(sha256),
    newPort: () => supervisor.newPort(),
    grant: (grant, granted) => supervisor.grant(grant, granted),
    stop: () => supervisor.stop(),
  };
}

const placeOf = (path: string) => ({ name: archiveName(path), folder: dirname(path) });

const withEnding = (path: string): string => (extname(path) === '.postil' ? path : `${path}.postil`);

const noTrouble = (): Outcome<never> =>
  failure({ code: 'request/unknown', message: 'The archive is in no trouble.', params: {} });
