/** The second line of the find bar: the words to put in, and for which matches. */

import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { Lock } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ReplaceState } from './use-replace';

interface ReplaceRowProps {
  readonly replace: ReplaceState;
  /** How many matches there are. */
  readonly count: number;
}

/** Enter replaces the match shown, Ctrl+Enter all of them. A locked text says so, and how to unlock it. */
export function ReplaceRow({ replace, count }: ReplaceRowProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const locked = replace.unlock !== null;
  const wasLocked = useRef(locked);
  useEffect(() => {
    // The text takes the focus when it is unlocked; here it was unlocked to write in this field.
    const frame = wasLocked.current && !locked ? requestAnimationFrame(() => field.current?.focus()) : 0;
    wasLocked.current = locked;
    return () => cancelAnimationFrame(frame);
  }, [locked]);
  if (replace.unlock !== null)
    return (
      <div className="find-bar__line find-bar__locked">
        <Lock size={13} aria-hidden />
        <span>{t('reading.replaceLocked')}</span>
        <Button onPress={replace.unlock}>{t('reading.editText')}</Button>
      </div>
    );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey) replace.all();
    else replace.one();
  };
  return (
    <div className="find-bar__line">
      <input
        ref={field}
        type="text"
        value={replace.by}
        onChange={(event) => replace.setBy(event.target.value)}
        onKeyDown={onKeyDown}
        aria-label={t('reading.replaceWith')}
        placeholder={t('reading.replacePlaceholder')}
        spellCheck={false}
      />
      <Button look="quiet" onPress={replace.one} isDisabled={count === 0}>
        {t('reading.replaceOne')} <kbd>⏎</kbd>
      </Button>
      <Button look="quiet" onPress={replace.all} isDisabled={count === 0}>
        {t('reading.replaceAll')} <kbd>Ctrl ⏎</kbd>
      </Button>
    </div>
  );
}
