/** Paths for tests of the archive process in one thread: an archive, its backups, and no built worker scripts. */
import type { HostPaths } from './host-protocol';

/** As main gives them, with what a test says otherwise. */
export const hostPaths = (archive: string, otherwise: Partial<HostPaths> = {}): HostPaths => ({
  archive,
  backupsFolder: `${archive} backups`,
  samplesFolder: '',
  logsFolder: '',
  workerFile: '',
  verifyWorkerFile: '',
  recoverWorkerFile: '',
  backUpFirst: true,
  mayCreate: false,
  checkedAtMs: 0,
  ...otherwise,
});
