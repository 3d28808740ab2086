/**
 * The gate of the archive process: nothing a window sends gets further unless it is
 * a known call, small enough, plain data, and exactly of the call's schema.
 */
import { type CallName, calls } from '@shared/contract/calls';
import { messageId } from '@shared/contract/messages';
import { type ErrorData, Failure } from '@shared/outcome/outcome';

/** Largest message, in characters of text or their equivalent; a document's body and a picture may be larger. */
export const maxMessageSize = 16 * 1_048_576;
export const maxBodyMessageSize = 256 * 1_048_576;
const largeCalls: ReadonlySet<CallName> = new Set<CallName>(['saveBody', 'saveEdit', 'keepPicture']);
/** Deeper than any body can be: tables in tables stop well before. Also what ends a circle. */
const maxDepth = 100;
/** What a number, a key or an empty object is counted as. */
const itemSize = 8;

/** A request that may be carried out. */
export interface CheckedRequest {
  readonly id: string;
  readonly call: CallName;
  /** Of the type `CheckedInput<call>`; the schema has seen to it. */
  readonly input: unknown;
}

/** A message refused. `id` is null when it has none that could be answered. */
export interface RefusedRequest {
  readonly id: string | null;
  readonly error: ErrorData;
}

export type MessageCheck =
  | { readonly ok: true; readonly request: CheckedRequest }
  | ({ readonly ok: false } & RefusedRequest);

/** Checks a message from a window. Never throws. */
export function checkMessage(message: unknown): MessageCheck {
  const id = idOf(message);
  if (!isPlainObject(message) || id === null || Object.keys(message).length !== 3 || !('input' in message)) {
    return refuse(id, 'request/invalid', 'A message to the archive was not understood.');
  }
  const name = Object.hasOwn(message, 'call') ? message.call : undefined;
  if (!isCallName(name)) return refuse(id, 'request/unknown', 'The archive was asked for something it does not know.');
  try {
    measure(message.input, largeCalls.has(name) ? maxBodyMessageSize : maxMessageSize);
    const parsed = calls[name].input.safeParse(message.input);
    if (parsed.success) return { ok: true, request: { id, call: name, input: parsed.data } };
    // Where it is wrong, never what it holds: a message may be a page of someone's notes.
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    return refuse(
      id,
      'request/invalid',
      `The archive refused “${name}”: its input is not as expected${where === '' ? '' : ` at ${where.slice(0, 200)}`}.`,
    );
  } catch (error) {
    if (error instanceof Failure) return { ok: false, id, error: error.data };
    return refuse(id, 'request/invalid', `The archive refused “${name}”: its input could not be checked.`);
  }
}

function refuse(id: string | null, code: ErrorData['code'], message: string): MessageCheck {
  return { ok: false, id, error: { code, message, params: {} } };
}

function idOf(message: unknown): string | null {
  if (!isPlainObject(message) || !Object.hasOwn(message, 'id')) return null;
  const id = message.id;
  return typeof id === 'string' && messageId.test(id) ? id : null;
}

const isCallName = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(calls, name);

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Walks plain data without recursion and stops as soon as it is too much.
 * @throws Failure request/too-large or request/invalid.
 */
function measure(input: unknown, limit: number): void {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: input, depth: 0 }];
  let size = 0;
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const { value, depth } = item;
    size += typeof value === 'string' ? value.length : itemSize;
    // An array may claim four thousand million empty places and cost nothing to send: its length counts.
    const claimed = waiting.length + (Array.isArray(value) ? value.length : 0);
    if (size + claimed * itemSize > limit) throw tooLarge();
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= maxDepth) throw notPlain();
    if (Array.isArray(value)) {
      for (const child of value) waiting.push({ value: child, depth: depth + 1 });
    } else if (isPlainObject(value)) {
      for (const [key, child] of Object.entries(value)) {
        if (key === '__proto__') throw notPlain();
        size += key.length;
        waiting.push({ value: child, depth: depth + 1 });
      }
    } else {
      throw notPlain();
    }
  }
}

const tooLarge = (): Failure =>
  new Failure('request/too-large', 'This is too large to be handled at once. Split it and try again.');
const notPlain = (): Failure => new Failure('request/invalid', 'A message to the archive was not plain data.');
