/** The bar that finds in the document open, and replaces: a count, next and previous, case and whole words as options. */

import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { keysFor } from '@renderer/ui/command-keys';
import { CaseSensitive, ChevronDown, ChevronUp, type LucideIcon, Replace, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { ReplaceRow } from './ReplaceRow';
import type { FindState } from './use-find';
import type { ReplaceState } from './use-replace';
import './find-bar.css';

/** Shown while `find.open`. */
export function FindBar({ find, replace }: { readonly find: FindState; readonly replace: ReplaceState }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { asked, options } = find;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again, while open, selects the words once more
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      find.step(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      find.close();
    }
  };
  const { length } = find.matches;
  return (
    <search className="find-bar" aria-label={t('reading.findInDocument')} onKeyDown={onKeyDown}>
      <div className="find-bar__line">
        <input
          ref={input}
          type="text"
          spellCheck={false}
          value={find.wanted}
          onChange={(event) => find.setWanted(event.target.value)}
          aria-label={t('reading.findInDocument')}
          placeholder={t('reading.findPlaceholder')}
        />
        <output className="find-bar__count">
          {find.wanted !== '' &&
            (length === 0 ? t('reading.findNone') : t('reading.findCount', { at: find.current + 1, count: length }))}
        </output>
        <FindOption
          label={t('reading.findExactly')}
          icon={CaseSensitive}
          on={options.exactly}
          onChange={(exactly) => find.setOptions({ ...options, exactly })}
        />
        <FindOption
          label={t('reading.findWholeWords')}
          icon={WholeWord}
          on={options.wholeWords}
          onChange={(wholeWords) => find.setOptions({ ...options, wholeWords })}
        />
        <IconButton
          label={t('reading.findPrevious')}
          keys="⇧⏎"
          icon={ChevronUp}
          onPress={() => find.step(-1)}
          isDisabled={length === 0}
          small
        />
        <IconButton
          label={t('reading.findNext')}
          keys="⏎"
          icon={ChevronDown}
          onPress={() => find.step(1)}
          isDisabled={length === 0}
          small
        />
        <FindOption
          label={t(find.replacing ? 'reading.replaceHide' : 'reading.replaceShow')}
          {...keysFor('replace-in-document')}
          icon={Replace}
          on={find.replacing}
          onChange={find.setReplacing}
        />
        <IconButton label={t('common.close')} keys="Esc" icon={X} onPress={find.close} small />
      </div>
      {find.replacing && <ReplaceRow replace={replace} count={length} />}
    </search>
  );
}

interface FindOptionProps {
  readonly label: string;
  readonly keys?: string;
  readonly icon: LucideIcon;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A way of finding that is on or off. */
function FindOption({ on, onChange, ...button }: FindOptionProps) {
  return (
    <span className={on ? 'find-bar__on' : undefined}>
      <IconButton {...button} aria-pressed={on} onPress={() => onChange(!on)} small />
    </span>
  );
}
