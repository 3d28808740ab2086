/** A dialog to find and choose one thing: a field above a list, arrows and Enter choose. */
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Dialog } from './Dialog';
import './picker.css';

/** One thing to choose. */
export interface PickerOption {
  readonly id: string;
  readonly content: ReactNode;
  readonly style?: CSSProperties | undefined;
  /** What it does at once, closing the dialog. */
  readonly run: () => void;
}

interface PickerDialogProps {
  readonly title: string;
  /** Accessible name and placeholder of the field. */
  readonly fieldLabel: string;
  readonly listLabel: string;
  /** What is in the field; the options answer it. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly options: readonly PickerOption[];
  /** Said when there is no option. */
  readonly none?: string;
  /** Option chosen by Enter before any arrow; 0 unless told. */
  readonly first?: number;
  readonly wide?: boolean;
  readonly onClose: () => void;
}

/** The focus stays in the field. */
export function PickerDialog({ options, text, onText, first = 0, onClose, ...words }: PickerDialogProps) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const last = options.length - 1;
  const at = Math.max(Math.min(moved ?? first, last), 0);
  const optionId = (index: number): string => `${listId}-${index}`;
  useEffect(() => {
    if (moved !== null) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at, moved]);
  const choose = (option: PickerOption | undefined): void => {
    if (option === undefined) return;
    onClose();
    option.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setMoved(at === last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setMoved(at === 0 ? last : at - 1);
    else if (event.key === 'Enter') choose(options[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={words.title} onClose={onClose} wide={words.wide ?? false}>
      <input
        className="field__input"
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={options.length === 0 ? undefined : optionId(at)}
        aria-label={words.fieldLabel}
        placeholder={words.fieldLabel}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setMoved(null);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label={words.listLabel} className="picker">
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here
          <div
            key={option.id}
            id={optionId(index)}
            role="option"
            aria-selected={index === at}
            className={index === at ? 'picker__option picker__option--on' : 'picker__option'}
            style={option.style}
            onMouseMove={() => setMoved(index)}
            onClick={() => choose(option)}
          >
            {option.content}
          </div>
        ))}
      </div>
      {options.length === 0 && words.none !== undefined && <p className="picker__none">{words.none}</p>}
    </Dialog>
  );
}
