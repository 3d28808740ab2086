/** The notes that quote a document or mention it. */

import { formatMoment } from '@renderer/i18n/dates';
import { currentLanguage } from '@renderer/i18n/i18n';
import type { Backlink } from '@shared/contract/shapes';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { useTranslation } from 'react-i18next';

interface BacklinksProps {
  readonly backlinks: readonly Backlink[];
  readonly onOpen: (uid: DocumentUid, target?: { readonly annotation?: AnnotationUid }) => void;
}

/** Nothing when there are none. */
export function Backlinks({ backlinks, onOpen }: BacklinksProps) {
  const { t } = useTranslation();
  if (backlinks.length === 0) return null;
  return (
    <section className="backlinks" aria-labelledby="backlinks-title">
      <h2 id="backlinks-title">{t('reading.quotedIn')}</h2>
      <ul>
        {backlinks.map(({ note, title, annotations, updatedAtMs }) => (
          <li key={note}>
            <button type="button" className="text-button" onClick={() => onOpen(note)}>
              {title || t('common.untitledNote')}
            </button>
            <span className="backlinks__meta">
              {annotations.length > 0
                ? t('reading.quotedPassages', { count: annotations.length })
                : t('reading.mentioned')}
              {' · '}
              {formatMoment(updatedAtMs, Date.now(), currentLanguage())}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
