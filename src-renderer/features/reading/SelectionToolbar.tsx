/** The pill above the selection: mark as a kind, comment, copy, quote. The keys shown work too. */

import { inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Sign } from '@renderer/ui/Sign';
import { useTextSize } from '@renderer/ui/text-size';
import { kinds } from '@shared/kinds/kinds';
import { ChevronDown, Copy, Link2, ListPlus, MessageSquareText, NotebookPen } from 'lucide-react';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { ReadingAct } from './reading-keys';

interface SelectionToolbarProps {
  /** The window rectangle of the selection. */
  readonly rectOf: () => DOMRect | null;
  /** The element the pill is placed in and must not leave. */
  readonly pane: HTMLElement;
  readonly onAct: (act: ReadingAct) => void;
  /** Changes when the pill has to be placed anew. */
  readonly placement: string;
}

const gapPx = 9;
const edgePx = 10;

/** Keeps the selection when a button is pressed with the mouse. */
const keepSelection = (event: MouseEvent): void => event.preventDefault();

/** Moves between the buttons with the arrow keys. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const all: readonly (Element | null)[] = buttons;
  const index = all.indexOf(document.activeElement);
  buttons[(index + (event.key === 'ArrowRight' ? 1 : -1) + buttons.length) % buttons.length]?.focus();
}

/** Shown while something is selected. */
export function SelectionToolbar({ rectOf, pane, onAct, placement }: SelectionToolbarProps) {
  const { t } = useTranslation();
  const pill = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ readonly left: number; readonly top: number } | null>(null);
  const [paneWidth, setPaneWidth] = useState(0);
  const textSize = useTextSize(({ size }) => size);
  useEffect(() => {
    const measured = new ResizeObserver(() => setPaneWidth(pane.clientWidth));
    measured.observe(pane);
    return () => measured.disconnect();
  }, [pane]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: placed anew when told to, and when the pane's width or the text's size changes
  useLayoutEffect(() => {
    const rect = rectOf();
    const size = pill.current?.getBoundingClientRect();
    if (rect === null || size === undefined) return;
    const view = pane.getBoundingClientRect();
    const above = rect.top - size.height - gapPx;
    const top = above > view.top + edgePx ? above : Math.min(rect.bottom + gapPx, view.bottom - size.height - edgePx);
    // Over the text rather than over the cards beside it, where it fits there.
    const column = pane.querySelector('.reading-column')?.getBoundingClientRect() ?? view;
    const rightmost = Math.min(view.right - edgePx, Math.max(column.right, column.left + size.width));
    const left = Math.max(view.left + edgePx, Math.min(rect.left, rightmost - size.width));
    setAt({ left: left - view.left + pane.scrollLeft, top: top - view.top + pane.scrollTop });
  }, [placement, pane, paneWidth, textSize]);
  const button = (name: string, key: string, act: ReadingAct, content: ReactNode, className = ''): ReactNode => (
    <button
      key={key}
      type="button"
      className={`pill__button ${className}`}
      aria-label={name}
      aria-keyshortcuts={key}
      title={name}
      onMouseDown={keepSelection}
      onClick={() => onAct(act)}
    >
      {content}
      {key.length === 1 && <kbd aria-hidden data-key={key} />}
    </button>
  );
  return (
    <div
      ref={pill}
      className="pill"
      role="toolbar"
      aria-label={t('reading.selectionTools')}
      style={at === null ? { visibility: 'hidden' } : at}
      onKeyDown={moveFocus}
    >
      {kinds.map((kind) => (
        <span
          key={kind.id}
          className="pill__kind"
          data-kind={kind.id}
          style={{ ['--pill-ink' as string]: kind.colour.dark.ink }}
        >
          {button(
            t('reading.markAs', { kind: inWords(kind.label) }),
            kind.shortcut,
            { act: 'mark', kind: kind.id },
            <>
              <Sign sign={kind.sign} /> {inWords(kind.label)}
            </>,
          )}
        </span>
      ))}
      <span className="pill__rule" aria-hidden />
      {button(t('reading.commentTip'), 'C', { act: 'comment' }, <MessageSquareText size={14} aria-hidden />)}
      {button(t('links.link'), 'L', { act: 'link' }, <Link2 size={14} aria-hidden />)}
      {button(t('cards.occurrences'), 'M', { act: 'occurrences' }, <ListPlus size={14} aria-hidden />)}
      {button(t('reading.copyCitation'), 'Y', { act: 'copy' }, <Copy size={14} aria-hidden />)}
      {button(
        t('reading.copyAs'),
        'Shift+Y',
        { act: 'copyAs' },
        <ChevronDown size={12} aria-hidden />,
        'pill__button--more',
      )}
      {button(t('reading.quoteInNote'), 'Q', { act: 'quote' }, <NotebookPen size={14} aria-hidden />)}
    </div>
  );
}
