/** An event's date: EDTF checked while it is typed, shown in words, proposed from the passage. */
import { useArchive } from '@renderer/client/queries';
import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { normaliseEdtf } from '@shared/dates/edtf';
import { printEdtf } from '@shared/dates/print-edtf';
import type { KindField } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import { useEffect, useId, useRef, useState } from 'react';

interface DateFieldProps {
  readonly annotation: Annotation;
  readonly field: KindField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Takes the focus when it becomes true. */
  readonly asked: boolean;
  readonly onAnswered: () => void;
}

/** Saves a date when it is left; what can't be read stays in the field, said to be unreadable. */
export function DateField({ annotation, field, value, onChange, asked, onAnswered }: DateFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const answered = useRef(onAnswered);
  answered.current = onAnswered;
  useEffect(() => {
    if (!asked) return;
    input.current?.focus({ preventScroll: true });
    answered.current();
  }, [asked]);
  const written = draft.trim();
  const read = written === '' ? '' : normaliseEdtf(written);
  const save = (): void => {
    if (read === null) return;
    setDraft(read);
    onChange(read);
  };
  return (
    <span className="date-field">
      <input
        ref={input}
        aria-label={inWords(field.label)}
        aria-invalid={read === null || undefined}
        aria-describedby={`${id}-words`}
        aria-keyshortcuts="D"
        placeholder={t('reading.datePlaceholder')}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
        }}
      />
      <span
        id={`${id}-words`}
        className={read === null ? 'date-field__problem' : 'date-field__words'}
        aria-live="polite"
      >
        {read === null ? t('cards.dateUnreadable') : read !== '' && printEdtf(read, currentLanguage())}
      </span>
      <Proposals annotation={annotation} taken={value} onTake={onChange} />
    </span>
  );
}

interface ProposalsProps {
  readonly annotation: Annotation;
  readonly taken: string;
  readonly onTake: (edtf: string) => void;
}

function Proposals({ annotation: { document, selector, orphaned }, taken, onTake }: ProposalsProps) {
  const { t } = useTranslation();
  const { start, end } = selector;
  const { data = [] } = useArchive('proposeDates', { document, start, end }, { enabled: !orphaned });
  const open = data.filter(({ edtf }) => edtf !== taken);
  if (open.length === 0) return null;
  return (
    <span className="date-field__proposals" role="group" aria-label={t('cards.dateProposals')}>
      {open.map(({ edtf, words }, index) => (
        <button
          key={edtf}
          type="button"
          className="chip date-field__proposal"
          title={t(index === 0 && taken === '' ? 'cards.takeDateByKey' : 'cards.takeDate')}
          aria-keyshortcuts={index === 0 && taken === '' ? 'D' : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(edtf)}
        >
          {t('cards.dateProposal', { date: printEdtf(edtf, currentLanguage()), words })}
          {index === 0 && taken === '' && <kbd aria-hidden>D</kbd>}
        </button>
      ))}
    </span>
  );
}
