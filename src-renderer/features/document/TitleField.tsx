/** A document's title, changed where it stands. */
import { call } from '@renderer/client/client';
import type { DocumentUid } from '@shared/model/ids';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showFailure } from './saved-session';

interface TitleFieldProps {
  readonly uid: DocumentUid;
  readonly title: string;
  readonly language: string;
  /** Shown when there is no title. */
  readonly placeholder: string;
  /** Takes the focus at once, its words selected, as for a new note. */
  readonly autoFocus?: boolean;
  /** Called on Enter, when writing goes on in the text. */
  readonly onEnter: () => void;
}

/** Saves on Enter and when left; Escape takes back what was typed. */
export function TitleField({ uid, title, language, placeholder, autoFocus = false, onEnter }: TitleFieldProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(title);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => setDraft(title), [title]);
  useEffect(() => {
    if (!autoFocus) return;
    field.current?.focus();
    // A new note has a title already: typing replaces it.
    field.current?.select();
  }, [autoFocus]);
  const save = (): void => {
    const next = draft.replace(/\s+/g, ' ').trim();
    if (next === title) return;
    call('renameDocument', { uid, title: next }).catch(showFailure);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
    } else if (event.key === 'Escape') {
      setDraft(title);
      event.currentTarget.setSelectionRange(0, 0);
    }
  };
  return (
    <h1 className="document-title">
      <textarea
        ref={field}
        rows={1}
        value={draft}
        lang={language || undefined}
        aria-label={t('reading.title')}
        placeholder={placeholder}
        spellCheck={false}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
      />
    </h1>
  );
}
