/** A line of text that completes from values used before: a combobox that takes any other text too. */

import { useTranslation } from '@renderer/i18n/words';
import { type KeyboardEvent, useId, useState } from 'react';

interface CompletionFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly className?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Offered for what is typed. */
  readonly options: readonly string[];
  /** A value was chosen, or what is typed was confirmed. */
  readonly onTake: (value: string) => void;
  readonly onBlur?: () => void;
  /** Keys the field has no use for. */
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** Arrows open the list and choose, Enter or Tab takes, Escape closes it. */
export function CompletionField(props: CompletionFieldProps) {
  const { label, placeholder, className, value, onChange, options, onTake, onBlur, onKey } = props;
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const shown = open && options.length > 0;
  const chosen = shown ? options[at] : undefined;
  const close = (): void => {
    setOpen(false);
    setAt(-1);
  };
  const take = (taken: string): void => {
    close();
    onTake(taken);
  };
  const move = (by: number): void => {
    setOpen(true);
    setAt((now) =>
      options.length === 0 ? -1 : (Math.max(now, by < 0 ? 0 : -1) + by + options.length) % options.length,
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') take(chosen ?? value);
    else if (event.key === 'Tab' && chosen !== undefined) {
      take(chosen);
      return;
    } else if (event.key === 'Escape' && shown) {
      close();
      event.stopPropagation();
    } else {
      onKey?.(event);
      return;
    }
    event.preventDefault();
  };
  return (
    <span className="completion">
      <input
        className={className}
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${at}`}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        onChange={(event) => {
          setOpen(true);
          setAt(-1);
          onChange(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close();
          onBlur?.();
        }}
      />
      {shown && (
        <span id={`${id}-list`} role="listbox" aria-label={t('cards.suggestions')} className="completion__list">
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here
            <span
              key={option}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={index === at ? 'completion__option completion__option--on' : 'completion__option'}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setAt(index)}
              onClick={() => take(option)}
            >
              {option}
            </span>
          ))}
        </span>
      )}
    </span>
  );
}
