/**
 * One message in, one answer out. Nothing is ever thrown at a window: expected
 * failures travel as data, bugs are logged and become a calm sentence.
 */
import { calls } from '@shared/contract/calls';
import type { CallResponse } from '@shared/contract/messages';
import { type ErrorData, Failure } from '@shared/outcome/outcome';
import type { Services } from '../services/services-api';
import { type CheckedRequest, checkMessage } from './check-message';
import type { HostLog } from './host-log';

/** What messages are answered from. */
export type Served = Pick<Services, 'handlers' | 'once'>;

/** Answers a window's message; null when it has no id to answer to. */
export async function answer(served: Served, message: unknown, log: HostLog): Promise<CallResponse | null> {
  const check = checkMessage(message);
  if (!check.ok) {
    log.note(`refused a message: ${check.error.code}`);
    return check.id === null ? null : { id: check.id, ok: false, error: check.error };
  }
  const { request } = check;
  try {
    return { id: request.id, ok: true, value: await handle(served, request) };
  } catch (error) {
    if (error instanceof Failure) return { id: request.id, ok: false, error: error.data };
    log.bug(request.call, error);
    return { id: request.id, ok: false, error: internalError };
  }
}

/** What a person is told of a bug; the log has the rest. */
export const internalError: ErrorData = {
  code: 'internal',
  message: 'Something went wrong inside Postil. Nothing already saved was lost; please try again.',
  params: {},
};

function handle({ handlers, once }: Served, request: CheckedRequest): unknown {
  // The schema of this very call made the input; the compiler can't follow a name into two tables at once.
  const handler = handlers[request.call] as (input: unknown) => unknown;
  const run = (): unknown => handler(request.input);
  return calls[request.call].isCommand ? once(request.id, run) : run();
}
