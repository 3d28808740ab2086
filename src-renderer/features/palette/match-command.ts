/** Which commands a few typed words mean. Pure. */
import { fold } from '@shared/text/fold';

/** Every word typed has to occur in the name; accents and case don't matter. */
export function matchesCommand(name: string, typed: string): boolean {
  const folded = fold(name);
  return fold(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
