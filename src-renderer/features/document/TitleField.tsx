/** A document's title, changed where it stands. */

import { useTranslation } from '@renderer/i18n/words';
import type { DocumentUid } from '@shared/model/ids';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTitleDraft } from './use-title-draft';

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

/** A title of more characters is a paragraph: set smaller, or it fills the window before the text begins. */
const longTitle = 110;

/** Saved while it is typed; Escape takes back what was typed since the field was entered. */
export function TitleField({ uid, title, language, placeholder, autoFocus = false, onEnter }: TitleFieldProps) {
  const { t } = useTranslation();
  const { draft, type, begin, leave, takeBack } = useTitleDraft(uid, title);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!autoFocus) return;
    field.current?.focus();
    // A new note has a title already: typing replaces it.
    field.current?.select();
  }, [autoFocus]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
    } else if (event.key === 'Escape') {
      takeBack();
      event.currentTarget.setSelectionRange(0, 0);
    }
  };
  return (
    <h1 className={draft.length > longTitle ? 'document-title document-title--long' : 'document-title'}>
      <textarea
        ref={field}
        rows={1}
        value={draft}
        lang={language || undefined}
        aria-label={t('reading.title')}
        placeholder={placeholder}
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
        onFocus={begin}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
    </h1>
  );
}
