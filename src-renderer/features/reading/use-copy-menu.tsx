/** The menu of forms a quotation can be copied in, beside the words it is about. */
import type { TextSession } from '@renderer/editor/text-session';
import { useTranslation } from '@renderer/i18n/words';
import { type Point, PointMenu } from '@renderer/ui/Menu';
import { showToast } from '@renderer/ui/toasts';
import type { CopiedQuote } from '@shared/quotes/copied-quotes';
import { type ReactNode, useRef, useState } from 'react';
import { copyEntries, copyQuotes } from './copy-as';
import { caretRange, rectOf } from './text-view';

interface CopyMenu {
  readonly ask: (quote: CopiedQuote) => void;
  readonly menu: ReactNode;
}

const boxOf = (element: Element | null): DOMRect | null => element?.getBoundingClientRect() ?? null;

/** Opens where the selection ends, or below what has the focus; the focus goes back there. */
export function useCopyMenu(text: TextSession): CopyMenu {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<{ readonly quote: CopiedQuote; readonly at: Point } | null>(null);
  const before = useRef<Element | null>(null);
  const ask = (quote: CopiedQuote): void => {
    before.current = document.activeElement;
    const range = caretRange(text);
    const box = (range === null ? null : rectOf(text, range)) ?? boxOf(before.current);
    setAsked({ quote, at: { x: box?.left ?? 0, y: box?.bottom ?? 0 } });
  };
  const close = (): void => {
    setAsked(null);
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  };
  const entries = copyEntries(t, (form) => {
    if (asked === null) return;
    copyQuotes(form, [asked.quote]);
    showToast({ text: t('reading.copied') });
  });
  return {
    ask,
    menu: asked && <PointMenu label={t('reading.copyAs')} entries={entries} at={asked.at} onClose={close} />,
  };
}
