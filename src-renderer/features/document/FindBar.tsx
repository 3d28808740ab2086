/** The bar that finds in the document open: a count, next and previous, case and whole words as options. */
import { IconButton } from '@renderer/ui/Button';
import { CaseSensitive, ChevronDown, ChevronUp, type LucideIcon, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindState } from './use-find';
import './find-bar.css';

/** Shown while `find.open`. */
export function FindBar({ find }: { readonly find: FindState }) {
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
      <input
        ref={input}
        type="text"
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
      <IconButton label={t('common.close')} keys="Esc" icon={X} onPress={find.close} small />
    </search>
  );
}

interface FindOptionProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A way of finding that is on or off. */
function FindOption({ label, icon, on, onChange }: FindOptionProps) {
  return (
    <span className={on ? 'find-bar__on' : undefined}>
      <IconButton label={label} icon={icon} aria-pressed={on} onPress={() => onChange(!on)} small />
    </span>
  );
}
