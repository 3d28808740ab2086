/** What could stand at the caret of the search box: which to offer, and what taking one makes of the text. */
import { useArchive } from '@renderer/client/queries';
import type { QueryCompletion } from '@shared/contract/search-shapes';
import { completingAt, fieldsBeginning } from '@shared/query/completion';

const mostOffered = 8;
/** Letters typed before names of fields are offered: one begins half the words there are. */
const shortestName = 2;

/** Whether anything could be completed there: spares asking at each letter of a word. */
export function canComplete(text: string, caret: number): boolean {
  const at = completingAt(text, caret);
  if (at === null) return false;
  return at.field !== null || (at.typed.length >= shortestName && fieldsBeginning(at.typed).length > 0);
}

/** The text with a completion in its place, and where the caret then stands. */
export function completed(
  text: string,
  caret: number,
  { insert }: Pick<QueryCompletion, 'insert'>,
): { readonly text: string; readonly caret: number } {
  // Where it goes is worked out anew: what is offered may answer what stood there a key ago.
  const at = completingAt(text, caret);
  if (at === null) return { text, caret };
  const space = insert.endsWith(':') || /^\s/.test(text.slice(at.to)) ? '' : ' ';
  const before = text.slice(0, at.from) + insert + space;
  return { text: before + text.slice(at.to), caret: before.length };
}

const nothingAsked = { text: '', caret: 0, limit: mostOffered };
const none: readonly QueryCompletion[] = [];

/** The completions at a caret; none while `enabled` is false. */
export function useCompletions(text: string, caret: number, enabled: boolean): readonly QueryCompletion[] {
  const asked = enabled && canComplete(text, caret);
  // At a key that asks nothing there is nothing to look up either.
  const input = asked ? { text, caret, limit: mostOffered } : nothingAsked;
  const { data } = useArchive('completeQuery', input, { enabled: asked });
  if (!asked || data === undefined) return none;
  const typed = completingAt(text, caret)?.typed;
  // A value typed out has nothing left to complete.
  return data.length === 1 && data[0]?.label === typed ? none : data;
}
