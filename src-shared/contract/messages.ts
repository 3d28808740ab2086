/** The envelope of the port between a window and the archive process. */
import type { ErrorData } from '../outcome/outcome';
import type { CallName } from './calls';
import type { ArchiveEvent } from './shapes';

/** Window → archive. `id` is chosen by the window and comes back with the answer. */
export interface CallRequest {
  readonly id: number;
  readonly call: CallName;
  readonly input: unknown;
}
/** Archive → window. */
export type CallResponse =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: ErrorData };
/** Archive → every window. */
export interface EventMessage {
  readonly event: ArchiveEvent;
}
export type FromArchive = CallResponse | EventMessage;
