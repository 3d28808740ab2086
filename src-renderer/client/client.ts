/** Typed calls to the archive and the shell. The only file that touches `window.postil`. */
import type { CallInput, CallName, CallOutput } from '@shared/contract/calls';
import type { ArchiveEvent } from '@shared/contract/events';
import type { PostilBridge, ShellEvent } from '@shared/contract/shell';
import type { ErrorData, Outcome } from '@shared/outcome/outcome';

declare global {
  interface Window {
    readonly postil: PostilBridge;
  }
}

/** An expected failure of a call; `data` is what the person is told. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly data: ErrorData;

  constructor(data: ErrorData) {
    super(data.message);
    this.data = data;
  }
}

/**
 * Calls the archive.
 * @throws CallError with the failure's code and sentence.
 */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  // The bridge answers with the outcome of this very call.
  const outcome = JSON.parse(await window.postil.callText(name, JSON.stringify(input))) as Outcome<unknown>;
  if (!outcome.ok) throw new CallError(outcome.error);
  // The host answers with what the handler of this very call returned.
  return outcome.value as CallOutput<N>;
}

/** Hears archive and shell events; returns the function that stops it. */
export function subscribe(listener: (event: ArchiveEvent | ShellEvent) => void): () => void {
  return window.postil.subscribe(listener);
}

/** Dialogs, settings and other things of Electron's main process. */
export const shell = (): PostilBridge['shell'] => window.postil.shell;
