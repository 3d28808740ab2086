/** Completes a mention while `[[` or `@` is typed. */
import type { TextSession } from '@renderer/editor/text-session';
import { insertMention } from '@renderer/editor/writing-commands';
import { useTranslation } from '@renderer/i18n/words';
import { useEffect, useId, useRef } from 'react';
import { useMentionKeys } from './use-mention-keys';
import { type Offer, useMentionOffers } from './use-mention-offers';
import { useMentionTrigger } from './use-mention-trigger';
import '@renderer/ui/picker.css';

/** Room the menu needs (px); with less below the caret it stands above, with less to the right further left. */
const menuHeight = 330;
const menuWidth = 440;

/** Put beside the editor. */
export function MentionMenu({ text, self }: { readonly text: TextSession; readonly self: string }) {
  const { t } = useTranslation();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [trigger, close] = useMentionTrigger(text);
  const typed = trigger?.typed ?? '';
  const { offers, stale } = useMentionOffers(typed, trigger !== null, self);
  const open = trigger !== null && offers.length > 0;
  const choose = (offer: Offer): void => {
    insertMention(text.editor, offer.text, offer.target);
    close();
  };
  const [at, setAt] = useMentionKeys(text, { id, typed, open, offers, stale, choose, close });
  useEffect(() => {
    if (open) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [open, at]);
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
      style={{ left: Math.min(trigger.left, window.innerWidth - menuWidth), ...place }}
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
