/** The envelope of the port between a window and the archive process. */
import type { ErrorData } from '../outcome/outcome';
import type { CallName } from './calls';
import type { ArchiveEvent } from './events';

/**
 * Window → archive. `id` is chosen by the window and comes back with the answer: a random part that is the
 * window's own, a dash, a number. A command sent again under its id is not done twice.
 */
export interface CallRequest {
  readonly id: string;
  readonly call: CallName;
  readonly input: unknown;
}
/** Archive → window. */
export type CallResponse =
  | { readonly id: string; readonly ok: true; readonly value: unknown }
  | { readonly id: string; readonly ok: false; readonly error: ErrorData };
/** What an id looks like. */
export const messageId = /^[0-9a-f]{1,32}-\d{1,15}$/;

/** Archive → every window. */
export interface EventMessage {
  readonly event: ArchiveEvent;
}
export type FromArchive = CallResponse | EventMessage;
