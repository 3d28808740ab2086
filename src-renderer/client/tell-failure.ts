/** Runs a write of the archive and tells the person when it fails. */
import { CallError } from './client';

/** Says a failure; set by the shell, which owns words and toasts. */
let tell: (error: CallError) => void = () => undefined;

/** Gives the function that shows failures. */
export function onFailure(show: (error: CallError) => void): void {
  tell = show;
}

/** The result, or undefined after telling an expected failure. Bugs are thrown on. */
export async function tellingFailure<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    tell(error);
    return undefined;
  }
}
