/** Whether a screen reader is at work, as the shell said last: it gets the whole of each text. */
import { shell } from '@renderer/client/client';

let last: boolean | undefined;

/** What was answered last; undefined before the first answer. */
export const screenReaderSeen = (): boolean | undefined => last;

/** Asks anew. */
export async function askScreenReader(): Promise<boolean> {
  last = await shell().screenReader();
  return last;
}
