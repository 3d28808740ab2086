/** The one search box. The text lives above; the results are shown in the list's place. */

import { currentLanguage } from '@renderer/i18n/i18n';
import { IconButton } from '@renderer/ui/Button';
import { keyLabel, onMac } from '@renderer/ui/key-label';
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './search.css';

/** What the shell may ask of the box. */
export interface SearchBoxHandle {
  readonly focus: () => void;
}

interface SearchBoxProps {
  readonly ref?: Ref<SearchBoxHandle>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Down arrow: on to the results. */
  readonly onDown: () => void;
  /** Enter: open the best result. */
  readonly onEnter: () => void;
}

/** Escape empties the box, and leaves it when it is empty. */
export function SearchBox({ ref, query, onQuery, onDown, onEnter }: SearchBoxProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const focus = () => {
    input.current?.focus();
    input.current?.select();
  };
  useImperativeHandle(ref, () => ({ focus }));
  const press = (event: KeyboardEvent) => {
    // While an input method composes, its keys are its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape') {
      if (query === '') input.current?.blur();
      else onQuery('');
    } else return;
    event.preventDefault();
  };
  return (
    <search className="search-box">
      <Search size={15} aria-hidden />
      <input
        ref={input}
        type="search"
        className="search-box__input"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={press}
        spellCheck={false}
        autoComplete="off"
      />
      {query === '' ? (
        <kbd aria-hidden>{keyLabel('$mod+k', currentLanguage(), onMac())}</kbd>
      ) : (
        <IconButton
          label={t('search.clear')}
          icon={X}
          small
          onPress={() => {
            onQuery('');
            input.current?.focus();
          }}
        />
      )}
    </search>
  );
}
