/** What a link says: every relation and its inverse, as a row of radio buttons. */
import { relationWords } from '@renderer/i18n/relation-words';
import { useTranslation } from '@renderer/i18n/words';
import { useEffect, useRef } from 'react';
import type { RelationChoice } from './relation-choices';

interface RelationFieldProps {
  readonly choices: readonly RelationChoice[];
  readonly value: RelationChoice;
  readonly onChange: (choice: RelationChoice) => void;
  /** Enter: what is chosen stands. */
  readonly onEnter: () => void;
}

/** Takes the focus; the arrow keys choose. */
export function RelationField({ choices, value, onChange, onEnter }: RelationFieldProps) {
  const { t } = useTranslation();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <fieldset className="relation-field">
      <legend className="field__label">{t('links.relation')}</legend>
      <div className="relation-field__choices">
        {choices.map((choice) => (
          <label key={choice.id} className="relation-field__choice">
            <input
              type="radio"
              name="relation"
              ref={choice.id === value.id ? first : null}
              checked={choice.id === value.id}
              onChange={() => onChange(choice)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                onEnter();
              }}
            />
            <span>{relationWords(choice.relation, choice.direction)}</span>
          </label>
        ))}
      </div>
      <p className="field__hint">{t('links.relationHint')}</p>
    </fieldset>
  );
}
