/**
 * What goes over the port between a window and the archive process, as text: a long article with
 * thousands of annotations crosses two processes and two JavaScript worlds several times faster as
 * one string than as a tree of objects. Pure.
 */
import type { Outcome } from '../outcome/outcome';
import { JsonOf } from './json-of';
import type { CallRequest, FromArchive } from './messages';

/** A request as it is sent; `inputJson` is the input as JSON. */
export const requestText = (id: string, call: string, inputJson: string): string => `${id}:${call}:${inputJson}`;

/** The message a request's text stands for, unchecked. What is no request is given back as it came. */
export function requestOf(data: unknown): unknown {
  const head = typeof data === 'string' ? /^([0-9a-f]{1,32}-\d{1,15}):(\w*):/.exec(data.slice(0, 100)) : null;
  if (typeof data !== 'string' || head === null) return data;
  const [start, id, call] = head;
  return { id, call, input: parsed(data.slice(start.length)) } satisfies Record<keyof CallRequest, unknown>;
}

/** JSON that is none is undefined: the check of the call's input says so to the window. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** An answer or an event as it is sent. */
export function textFromArchive(message: FromArchive): string {
  if ('event' in message) return JSON.stringify(message.event);
  if (message.ok && message.value instanceof JsonOf) return `${message.id}:{"ok":true,"value":${message.value.text}}`;
  const outcome: Outcome<unknown> = message.ok
    ? { ok: true, value: message.value }
    : { ok: false, error: message.error };
  return `${message.id}:${JSON.stringify(outcome)}`;
}

/**
 * An answer's id and its outcome as JSON, or an event, which is a JSON object. Without a regular expression: V8 holds
 * on to what the last one was tried on, here a whole long article.
 */
export function readFromArchive(
  text: string,
): { readonly id: string; readonly outcomeJson: string } | { readonly eventJson: string } {
  if (text.startsWith('{')) return { eventJson: text };
  const end = text.indexOf(':');
  return { id: text.slice(0, end), outcomeJson: text.slice(end + 1) };
}
