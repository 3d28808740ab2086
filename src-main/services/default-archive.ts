/**
 * Where the archive lies when nobody says otherwise: the same file for the app and the
 * command line. Pure; the caller passes its environment.
 */
import { posix, win32 } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Folder name in the system's place for application data; Electron's `app.getName()` must be the same. */
export const profileName = 'Postil';

/** Electron's `userData` folder for an application of that name, without Electron. */
export function userDataFolder(env: Environment, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), profileName);
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', profileName);
  return posix.join(env.XDG_CONFIG_HOME || posix.join(home, '.config'), profileName);
}

/** Path of the archive used by default: `$POSTIL_ARCHIVE`, else `archive.postil` in the user's data. */
export function defaultArchivePath(env: Environment, platform: NodeJS.Platform, home: string): string {
  const join = platform === 'win32' ? win32.join : posix.join;
  return env.POSTIL_ARCHIVE || join(userDataFolder(env, platform, home), 'archive.postil');
}
