/** Asks for one line of text: a title, a name, labels. */

import { useTranslation } from '@renderer/i18n/words';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { TextField } from './TextField';

interface PromptDialogProps {
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  readonly initial?: string;
  readonly confirm: string;
  /** Whether an empty answer is one. */
  readonly mayBeEmpty?: boolean;
  readonly onSubmit: (value: string) => void;
  readonly onClose: () => void;
}

/** Gives the trimmed answer to `onSubmit` and closes. */
export function PromptDialog({
  title,
  label,
  hint,
  initial = '',
  confirm,
  mayBeEmpty = false,
  onSubmit,
  onClose,
}: PromptDialogProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState(initial);
  const usable = mayBeEmpty || value.trim() !== '';
  const submit = () => {
    if (!usable) return;
    onClose();
    onSubmit(value.trim());
  };
  const foot = (
    <>
      <Button onPress={onClose}>{t('common.cancel')}</Button>
      <Button look="primary" onPress={submit} isDisabled={!usable}>
        {confirm}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} foot={foot}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={label}
          {...(hint === undefined ? {} : { hint })}
          value={value}
          onChange={setValue}
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
