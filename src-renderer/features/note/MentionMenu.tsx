/** Completes a mention while `[[` or `@` is typed: documents by their title, passages by their words. */
import { useArchive } from '@renderer/client/queries';
import type { MentionTarget } from '@renderer/editor/nodes/mention-node';
import type { TextSession } from '@renderer/editor/text-session';
import { insertMention } from '@renderer/editor/writing-commands';
import { kindStyle } from '@renderer/ui/kind-colours';
import { FileText, NotebookPen } from 'lucide-react';
import { type CSSProperties, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PassageLine } from './PassageLine';
import { shortQuote } from './passage-facts';
import { useMentionTrigger } from './use-mention-trigger';
import '@renderer/ui/picker.css';

/** Of each: documents first, then passages. */
const offered = 5;
/** Words of a passage that stand for it in a line of text. */
const mentionLength = 48;
/** Room the menu needs below the caret (px); with less it stands above. */
const menuHeight = 330;

interface Offer {
  readonly id: string;
  readonly text: string;
  readonly target: MentionTarget;
  readonly content: ReactNode;
  readonly style?: CSSProperties;
}

interface Offers {
  readonly offers: readonly Offer[];
  /** True while they answer what was typed a moment ago. */
  readonly stale: boolean;
}

function useOffers(typed: string, enabled: boolean, self: string): Offers {
  const { t } = useTranslation();
  const byTitle = useArchive('findTitles', { text: typed, limit: offered + 1 }, { enabled });
  const byWords = useArchive('findAnnotations', { text: typed, limit: offered }, { enabled });
  const titles = byTitle.data ?? [];
  const passages = byWords.data ?? [];
  const stale = byTitle.isPlaceholderData || byWords.isPlaceholderData;
  const documents = titles.filter(({ uid, title }) => uid !== self && title !== '').slice(0, offered);
  const offers = [
    ...documents.map(({ uid, title, type }) => ({
      id: uid,
      text: title,
      target: { document: uid },
      content: (
        <>
          {type === 'note' ? <NotebookPen size={14} aria-hidden /> : <FileText size={14} aria-hidden />}
          <span className="picker__label">{title}</span>
        </>
      ),
    })),
    ...passages.map((passage) => ({
      id: passage.annotation.uid,
      text: t('note.quoted', { quote: shortQuote(passage.annotation.selector.exact, mentionLength) }),
      target: { annotation: passage.annotation.uid },
      style: kindStyle(passage.annotation.kind),
      content: <PassageLine passage={passage} />,
    })),
  ];
  return { offers, stale };
}

/** Put beside the editor; its keys are taken before the editor sees them. */
export function MentionMenu({ text, self }: { readonly text: TextSession; readonly self: string }) {
  const { t } = useTranslation();
  const id = useId();
  const [trigger, close] = useMentionTrigger(text);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const typed = trigger?.typed ?? '';
  const { offers, stale } = useOffers(typed, trigger !== null, self);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the top again
  useEffect(() => setAt(0), [typed]);
  // Enter pressed before the answer to the last letter is there waits for it.
  const [wanted, setWanted] = useState<string | null>(null);
  const choose = (offer: Offer): void => {
    insertMention(text.editor, offer.text, offer.target);
    close();
  };
  const state = useRef({ offers, at, stale, typed, choose, close });
  state.current = { offers, at, stale, typed, choose, close };
  useEffect(() => {
    if (wanted === null || stale) return;
    setWanted(null);
    const [best] = state.current.offers;
    if (best !== undefined && wanted === state.current.typed) state.current.choose(best);
  }, [wanted, stale]);
  const open = trigger !== null && offers.length > 0;
  useEffect(() => {
    const root = text.editor.getRootElement();
    if (!open || root === null) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      // While an input method composes, every key is its own.
      if (event.isComposing) return;
      const { offers: now, at: index, stale: old, typed: words, choose: take, close: leave } = state.current;
      const chosen = now[Math.min(index, now.length - 1)];
      const takes = event.key === 'Enter' || event.key === 'Tab';
      if (event.key === 'ArrowDown') setAt((index + 1) % now.length);
      else if (event.key === 'ArrowUp') setAt((index + now.length - 1) % now.length);
      else if (takes && old) setWanted(words);
      else if (takes && chosen !== undefined) take(chosen);
      else if (event.key === 'Escape') leave();
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    root.addEventListener('keydown', onKeyDown, { capture: true });
    root.setAttribute('aria-controls', id);
    return () => {
      root.removeEventListener('keydown', onKeyDown, { capture: true });
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [open, text, id]);
  useEffect(() => {
    if (!open) return;
    text.editor.getRootElement()?.setAttribute('aria-activedescendant', `${id}-${at}`);
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [open, at, id, text]);
  if (trigger === null || !open) return null;
  const above = trigger.bottom + menuHeight > window.innerHeight;
  const place = above ? { bottom: window.innerHeight - trigger.top + 4 } : { top: trigger.bottom + 4 };
  return (
    <div
      ref={list}
      id={id}
      className="mention-menu popover"
      role="listbox"
      aria-label={t('note.mentionMenu')}
      style={{ left: Math.min(trigger.left, window.innerWidth - 440), ...place }}
    >
      {offers.map((offer, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text
        <div
          key={offer.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={index === at ? 'picker__option picker__option--on' : 'picker__option'}
          style={offer.style}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => setAt(index)}
          onClick={() => choose(offer)}
        >
          {offer.content}
        </div>
      ))}
    </div>
  );
}
