/** Where a file lies that a window wants shown in the system's file manager. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ShownFile } from '@shared/contract/shell';

/**
 * The path of what is to be shown, or of the folder it was in; null when neither is there.
 *
 * @param path - of the open archive
 */
export function shownPlace(file: ShownFile, path: string, backupsFolder: string): string | null {
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
