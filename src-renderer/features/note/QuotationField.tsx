/** The words of a quoted passage while they are changed in the note. */

import { useTranslation } from '@renderer/i18n/words';
import { useEffect, useRef } from 'react';

interface QuotationFieldProps {
  readonly text: string;
  readonly language: string;
  /** Given the new words, the old ones when nothing is to change, and whether a key asked for it. */
  readonly onDone: (text: string, byKey: boolean) => void;
}

/** What the editor around would take for its own. */
const kept = [
  'keydown',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionend',
  'cut',
  'copy',
  'paste',
  'drop',
  'click',
  'pointerdown',
] as const;

/** Enter keeps, Shift+Enter breaks the line, Escape takes back. */
export function QuotationField({ text, language, onDone }: QuotationFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const area = field.current;
    if (area === null) return;
    let left = false;
    const leave = (words: string, byKey: boolean): void => {
      if (left) return;
      left = true;
      done.current(words.trim() === '' ? text : words.trim(), byKey);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      if (event.key === 'Enter' && !event.shiftKey) leave(area.value, true);
      else if (event.key === 'Escape') leave(text, true);
      else return;
      event.preventDefault();
    };
    const onBlur = (): void => leave(area.value, false);
    const hold = (event: Event): void => event.stopPropagation();
    for (const type of kept) area.addEventListener(type, hold);
    area.addEventListener('keydown', onKeyDown);
    area.addEventListener('blur', onBlur);
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    return () => {
      for (const type of kept) area.removeEventListener(type, hold);
      area.removeEventListener('keydown', onKeyDown);
      area.removeEventListener('blur', onBlur);
    };
  }, [text]);
  return (
    <>
      <textarea
        ref={field}
        className="evidence__field"
        defaultValue={text}
        lang={language || undefined}
        aria-label={t('note.quotationField')}
        aria-describedby="quotation-rules"
        spellCheck={false}
      />
      <p id="quotation-rules" className="evidence__rules">
        {t('note.quotationRules')}
      </p>
    </>
  );
}
