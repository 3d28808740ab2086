/** Runs the archive's own checks and shows what each found. */

import { CallError, call } from '@renderer/client/client';
import { currentLanguage, errorWords } from '@renderer/i18n/i18n';
import { reportWords } from '@renderer/i18n/report-words';
import { Dialog } from '@renderer/ui/Dialog';
import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import './export.css';

/** Checks anew each time it is opened. */
export function VerifyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['verify'],
    queryFn: () => call('verify', {}),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog wide title={t('exporting.verifyTitle')} onClose={onClose}>
      <p role="status">
        {error
          ? errorWords(error instanceof CallError ? error.data : { code: 'internal' })
          : data === undefined
            ? t('exporting.verifying')
            : t(data.ok ? 'exporting.verifyOk' : 'exporting.verifyBad')}
      </p>
      {data?.ok === false && <p>{t('exporting.verifyBadHint')}</p>}
      <ul className="checks">
        {data?.checks.map((check) => (
          <li key={check.name}>
            {check.ok ? (
              <Check size={16} className="checks__ok" aria-label={t('exporting.checkPassed')} />
            ) : (
              <X size={16} className="checks__bad" aria-label={t('exporting.checkFailed')} />
            )}
            <span>{reportWords(check.name, currentLanguage())}</span>
            {check.detail !== '' && (!check.ok || currentLanguage() === 'en') && (
              <span className="checks__detail">{check.detail}</span>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
