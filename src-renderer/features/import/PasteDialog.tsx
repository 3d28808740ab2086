/** A place to paste an article into, text or part of a web page. */

import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { type ClipboardEvent, useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { importPasted, textOf } from './import-actions';
import './import.css';

/** Keeps the formatting of what is pasted into the empty field, until the text is changed by hand. */
export function PasteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [html, setHtml] = useState<string | null>(null);
  const paste = (event: ClipboardEvent) => {
    const content = textOf(event.clipboardData);
    if (content?.html === undefined || text.trim() !== '') return;
    event.preventDefault();
    setText(content.text);
    setHtml(content.html);
  };
  const usable = text.trim() !== '' || html !== null;
  const submit = () => {
    onClose();
    void importPasted(html === null ? { text } : { text, html });
  };
  const foot = (
    <>
      <Button onPress={onClose}>{t('common.cancel')}</Button>
      <Button look="primary" isDisabled={!usable} onPress={submit}>
        {t('importing.pasteSubmit')}
      </Button>
    </>
  );
  const edit = (value: string) => {
    setText(value);
    setHtml(null);
  };
  return (
    <Dialog wide title={t('importing.pasteTitle')} onClose={onClose} foot={foot}>
      <p>{t('importing.pasteHint')}</p>
      <TextField className="field" value={text} onChange={edit} autoFocus>
        <Label className="field__label">{t('importing.pasteArea')}</Label>
        <TextArea className="field__input paste__area" onPaste={paste} />
      </TextField>
      {html !== null && (
        <p className="paste__format">
          <span className="chip">{t('importing.pasteFormatted')}</span>
          <Button look="quiet" onPress={() => setHtml(null)}>
            {t('importing.pasteDiscardFormat')}
          </Button>
        </p>
      )}
    </Dialog>
  );
}
