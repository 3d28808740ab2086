/** Where the text of a reference will be: says how it gets there, and offers the ways. */

import { useTranslation } from '@renderer/i18n/words';
import { Blank } from '@renderer/ui/Blank';
import { Button } from '@renderer/ui/Button';
import { FileQuestion } from 'lucide-react';

interface NoTextProps {
  /** What has its address fills it by itself. */
  readonly hasAddress: boolean;
  /** Asks for its file. */
  readonly onImport: () => void;
  readonly onWrite: () => void;
}

/** Shown while a document has no words and is locked. */
export function NoText({ hasAddress, onImport, onWrite }: NoTextProps) {
  const { t } = useTranslation();
  return (
    <Blank
      icon={FileQuestion}
      title={t('reading.noText')}
      hint={t(hasAddress ? 'reading.noTextHint' : 'reading.noTextNoAddress')}
    >
      <Button look="primary" onPress={onImport}>
        {t('reading.noTextImport')}
      </Button>
      <Button onPress={onWrite}>{t('reading.noTextWrite')}</Button>
    </Blank>
  );
}
