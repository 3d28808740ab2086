/** The question before an archive is left in the middle of work. Pure: what is under way in, what to ask out. */
import { assertNever } from '@shared/outcome/outcome';
import type { MessageBoxOptions } from 'electron';
import { type LeavingWords, leavingWords } from './leaving-words';
import type { Language } from './settings';
import type { UnderWay } from './supervisor';

/** Why an archive is left: the app quits, or another is opened in its place. */
export type Leaving = 'quit' | 'archive';

/** The button that stops; Escape and Enter keep going. */
const stopButton = 1;

/** Whether the person chose to stop. */
export const choseToStop = ({ response }: { readonly response: number }): boolean => response === stopButton;

/** What to ask; null when leaving costs nothing. */
export function leavingQuestion(
  work: readonly UnderWay[],
  leaving: Leaving,
  language: Language,
): MessageBoxOptions | null {
  const words = leavingWords[language];
  const sentences = work.flatMap((one) => sentenceOf(one, words, language) ?? []);
  if (sentences.length === 0) return null;
  return {
    type: 'question',
    message: leaving === 'quit' ? words.mayQuit : words.mayLeaveArchive,
    detail: sentences.join('\n\n'),
    buttons: [words.keepGoing, leaving === 'quit' ? words.stopAndQuit : words.stopAndLeave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
}

/** Null for what nobody misses: a check writes nothing. */
function sentenceOf(work: UnderWay, words: LeavingWords, language: Language): string | null {
  if (work.kind !== 'recovery' && work.stage === 'backing-up') return words.backingUpFirst;
  switch (work.kind) {
    case 'import': {
      const inWords = new Intl.NumberFormat(language);
      return work.total === 0
        ? words.importBegun
        : words.importAt(inWords.format(work.done), inWords.format(work.total));
    }
    case 'export':
      return words.exporting;
    case 'backup':
      return words.backingUp;
    case 'index':
      return words.indexing;
    case 'restore':
      return words.restoring;
    case 'recovery':
      return words.recovering;
    case 'verify':
      return null;
    default:
      return assertNever(work);
  }
}
