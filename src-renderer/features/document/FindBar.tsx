/** The bar that finds in the document open: a count, next and previous, accents and case as an option. */
import { IconButton } from '@renderer/ui/Button';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindState } from './use-find';
import './find-bar.css';

/** Shown while `find.open`. */
export function FindBar({ find }: { readonly find: FindState }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { asked } = find;
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
      <label className="find-bar__case">
        <input type="checkbox" checked={find.exactly} onChange={(event) => find.setExactly(event.target.checked)} />
        {t('reading.findExactly')}
      </label>
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
