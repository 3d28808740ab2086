/** Where the text of a reference will be: says how it gets there, and offers both ways. */
import { Blank } from '@renderer/ui/Blank';
import { Button } from '@renderer/ui/Button';
import { dispatchCommand } from '@renderer/ui/command-bus';
import { FileQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface NoTextProps {
  /** Without an address nothing tells that a file is the one meant. */
  readonly hasAddress: boolean;
  readonly onWrite: () => void;
}

/** Shown while a document has no words and is locked. */
export function NoText({ hasAddress, onWrite }: NoTextProps) {
  const { t } = useTranslation();
  return (
    <Blank
      icon={FileQuestion}
      title={t('reading.noText')}
      hint={t(hasAddress ? 'reading.noTextHint' : 'reading.noTextNoAddress')}
    >
      {hasAddress && (
        <Button look="primary" onPress={() => dispatchCommand('import-files')}>
          {t('reading.noTextImport')}
        </Button>
      )}
      <Button onPress={onWrite}>{t('reading.noTextWrite')}</Button>
    </Blank>
  );
}
