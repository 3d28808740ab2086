/** The archive a command line names, as when its file was double-clicked. Pure. */
import { resolve } from 'node:path';

/** The last argument that is a path of an archive, made absolute from the folder the command was given in; null when there is none. */
export function archiveNamedIn(args: readonly string[], folder: string): string | null {
  const named = args.findLast((one) => !one.startsWith('-') && one.toLowerCase().endsWith('.postil'));
  return named === undefined ? null : resolve(folder, named);
}
