/**
 * The one search box, with what opens under it: what could stand at the caret, or, while it is empty, where
 * to begin. The text lives above; the results are shown in the list's place.
 */

import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { keyLabel, onMac } from '@renderer/ui/key-label';
import type { SearchSort } from '@shared/contract/search-shapes';
import { Search, X } from 'lucide-react';
import {
  type KeyboardEvent,
  memo,
  type Ref,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { BoxOptions } from './BoxOptions';
import { useBoxOptions } from './use-box-options';
import './search.css';

/** What the shell may ask of the box. */
export interface SearchBoxHandle {
  readonly focus: () => void;
}

interface SearchBoxProps {
  readonly ref?: Ref<SearchBoxHandle>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** A query chosen whole: a recent one, a saved one, an example. */
  readonly onRun: (query: string, sort?: SearchSort) => void;
  /** Down arrow: on to the results. */
  readonly onDown: () => void;
  /** Enter: open the best result. */
  readonly onEnter: () => void;
}

/** Escape closes what is open under it, then empties the box, then leaves it. */
export function SearchBox({ ref, query, onQuery, onRun, onDown, onEnter }: SearchBoxProps) {
  const { t } = useTranslation();
  const listId = useId();
  const frame = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState(0);
  const wantedCaret = useRef<number | null>(null);
  const box = useBoxOptions({
    query,
    caret,
    onText: (text, at) => {
      onQuery(text);
      setCaret(at);
      wantedCaret.current = at;
    },
    onRun,
  });
  const focus = () => {
    input.current?.focus();
    input.current?.select();
    if (query === '') box.openStart();
  };
  useImperativeHandle(ref, () => ({ focus }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the text completed stands in the box
  useEffect(() => {
    const at = wantedCaret.current;
    wantedCaret.current = null;
    if (at !== null) input.current?.setSelectionRange(at, at);
  }, [query]);
  const press = (event: KeyboardEvent) => {
    // While an input method composes, its keys are its own.
    if (event.nativeEvent.isComposing) return;
    if (box.press(event.key, event.shiftKey)) {
      event.preventDefault();
      return;
    }
    if (event.key === 'ArrowDown') {
      if (query === '') box.openStart();
      else onDown();
    } else if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape') {
      if (query === '') input.current?.blur();
      else onQuery('');
    } else return;
    event.preventDefault();
  };
  const leave = (to: EventTarget | null) => {
    if (!(to instanceof Node && frame.current?.contains(to))) box.close();
  };
  const active = box.shown === null || box.active === -1 ? {} : { 'aria-activedescendant': `${listId}-${box.active}` };
  return (
    <search ref={frame} className="search-box" onBlur={(event) => leave(event.relatedTarget)}>
      <BoxSign />
      <input
        ref={input}
        type="search"
        className="search-box__input"
        aria-label={t('search.label')}
        aria-autocomplete="list"
        aria-controls={box.shown === null ? undefined : listId}
        {...active}
        placeholder={t('search.placeholder')}
        value={query}
        onChange={(event) => {
          setCaret(event.target.selectionStart ?? event.target.value.length);
          box.typed();
          onQuery(event.target.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
        onPointerDown={() => {
          if (query === '') box.openStart();
        }}
        onKeyDown={press}
        spellCheck={false}
        autoComplete="off"
      />
      {query === '' ? (
        <kbd aria-hidden>{keyLabel('$mod+k', currentLanguage(), onMac())}</kbd>
      ) : (
        <ClearButton onQuery={onQuery} input={input} />
      )}
      {box.shown !== null && <BoxOptions id={listId} box={box} />}
    </search>
  );
}

/** It stays as it is from key to key. */
const ClearButton = memo(function ClearButton({
  onQuery,
  input,
}: Pick<SearchBoxProps, 'onQuery'> & { readonly input: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation();
  const clear = () => {
    onQuery('');
    input.current?.focus();
  };
  return <IconButton label={t('search.clear')} icon={X} small onPress={clear} />;
});

const BoxSign = memo(function BoxSign() {
  return <Search size={15} aria-hidden />;
});
