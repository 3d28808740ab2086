/** Finding a passage that holds no word (signs, blanks): by its literal self and context. */
import type { Selector } from '../model/annotation';
import type { Placement } from './passage';

/** Code units of context that must agree, where there is as much: signs alone say nothing. */
const neededContext = 16;

/** Finds a passage without words, where its context agrees and agrees nowhere else. */
export function resolveLiteral(text: string, { prefix, exact, suffix }: Selector): Placement {
  const head = prefix.slice(-neededContext);
  const tail = suffix.slice(0, neededContext);
  const whole = head + exact + tail;
  const place = text.indexOf(whole);
  if (place === -1) return { found: false, reason: 'missing' };
  if (text.indexOf(whole, place + 1) !== -1) return { found: false, reason: 'ambiguous' };
  const start = place + head.length;
  return { found: true, start, end: start + exact.length };
}
