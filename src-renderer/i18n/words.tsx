/**
 * Words for components. The library's own hook takes about a tenth of the time in which a margin card is built: it
 * copies the catalogue's interface for each component that asks. Here one component asks, for all of a tree.
 */
import type { TFunction } from 'i18next';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useTranslation as useLibrary } from 'react-i18next';

interface Words {
  /** Words by key, in the language in use; another function once that changes. */
  readonly t: TFunction;
}

const WordsContext = createContext<Words | null>(null);

/** Gives words to the components within, and draws them again in another language. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useLibrary();
  const words = useMemo(() => ({ t }), [t]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** The words of the language in use. */
export function useTranslation(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('words are asked for outside a WordsProvider');
  return words;
}
