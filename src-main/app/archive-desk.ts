/**
 * Which archive is open, and everything that may happen to it as a whole: opened in
 * another's place, moved, recovered. Each gets an archive process of its own; one at a time.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { RecentArchive, ShownFile } from '@shared/contract/shell';
import type { ArchiveState, RecoveryAnswer, RecoveryWish } from '@shared/contract/shell-recovery';
import { type ErrorData, Failure, failure, type Outcome } from '@shared/outcome/outcome';
import type { MessagePortMain } from 'electron';
import type { HostPaths } from '../host/host-protocol';
import { type ArchivesStore, archiveId, archiveName, usualBackupsFolder } from './archives-store';
import { moveArchive } from './move-archive';
import { createSupervisor, type Supervisor, type SupervisorOptions } from './supervisor';
import type { AppWindows } from './windows';

type Fixed = Omit<HostPaths, 'archive' | 'backupsFolder' | 'mayCreate' | 'checkedAtMs'>;

export interface DeskOptions {
  readonly hostFile: string;
  readonly paths: Fixed;
  readonly store: ArchivesStore;
  readonly windows: AppWindows;
  readonly grants: SupervisorOptions['grants'];
  readonly nowMs: () => number;
}

export interface ArchiveDesk {
  readonly state: () => ArchiveState;
  readonly recent: () => readonly RecentArchive[];
  /** Opens an archive in the present one's place. `mayCreate`: one is made where nothing is. */
  readonly open: (path: string, mayCreate: boolean) => Promise<void>;
  /** The present one, once more. */
  readonly openAgain: (mayCreate: boolean) => void;
  readonly path: () => string;
  /** Of every archive opened before. */
  readonly knownPaths: () => readonly string[];
  /** Moves the present archive and opens it at its new place; null when it went well. */
  readonly move: (to: string) => Promise<ErrorData | null>;
  /** Null: beside the archive again. */
  readonly backUpInto: (folder: string | null) => void;
  readonly recover: (wish: RecoveryWish) => Promise<Outcome<RecoveryAnswer>>;
  /** Where a file lies that a window wants shown; null when there is none of that name. */
  readonly placeOf: (file: ShownFile) => string | null;
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

  const enter = (next: ArchiveState): void => {
    state = next;
    windows.send({ type: 'archiveState', state });
  };
  const backupsFolder = (): string => store.find(path)?.backupsFolder ?? usualBackupsFolder(path);
  const paths = (): HostPaths => ({
    ...options.paths,
    archive: path,
    backupsFolder: backupsFolder(),
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
      },
      onChecked: (checkedAtMs) => store.note(path, { checkedAtMs }),
      onFailed: inTrouble,
      onGivenUp: inTrouble,
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
    if (state.is === 'open') await windows.flushAll();
    await supervisor.stop();
    return true;
  };

  return {
    state: () => state,
    recent: () =>
      store.all().map((one) => ({
        id: archiveId(one.path),
        ...placeOf(one.path),
        openedAtMs: one.openedAtMs,
        isCurrent: one.path === path,
      })),
    open: async (at, create) => {
      if (resolve(at) === path && state.is === 'open') return;
      if (!(await closeForSwitch())) return;
      start(at, create);
      switching = false;
    },
    openAgain: (create) => {
      if (state.is !== 'trouble') return;
      mayCreate = create;
      enter({ is: 'opening', archive: placeOf(path) });
      supervisor.start();
    },
    path: () => path,
    knownPaths: () => store.all().map((one) => one.path),
    move: async (to) => {
      const target = resolve(withEnding(to));
      if (target === path || !(await closeForSwitch())) return null;
      const trouble = attemptMove(path, target);
      if (trouble === null) store.moved(path, target);
      start(trouble === null ? target : path, false);
      switching = false;
      return trouble;
    },
    backUpInto: (folder) => {
      store.note(path, { backupsFolder: folder });
      supervisor.backUpInto(backupsFolder());
    },
    recover: (wish) =>
      state.is === 'trouble'
        ? supervisor.recover(wish)
        : Promise.resolve(failure({ code: 'request/unknown', message: 'The archive is in no trouble.', params: {} })),
    placeOf: (file) => shownPlace(file, path, backupsFolder()),
    newPort: () => supervisor.newPort(),
    grant: (grant, granted) => supervisor.grant(grant, granted),
    stop: () => supervisor.stop(),
  };
}

const placeOf = (path: string) => ({ name: archiveName(path), folder: dirname(path) });

const withEnding = (path: string): string => (extname(path) === '.postil' ? path : `${path}.postil`);

function attemptMove(from: string, to: string): ErrorData | null {
  try {
    moveArchive(from, to);
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.data;
    throw error;
  }
}

function shownPlace(file: ShownFile, path: string, backupsFolder: string): string | null {
  const place = (): string => {
    switch (file.show) {
      case 'archive':
        return path;
      case 'backups':
        return backupsFolder;
      case 'backup':
        return join(backupsFolder, basename(file.name));
      case 'beside':
        return join(dirname(path), basename(file.name));
    }
  };
  // An archive that is gone: the folder it was in.
  return [place(), dirname(place())].find((one) => existsSync(one)) ?? null;
}
