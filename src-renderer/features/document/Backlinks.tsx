/** The notes that quote a document or mention it. */

import { formatMoment } from '@renderer/i18n/dates';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { useDocumentActs } from '@renderer/ui/document-acts';
import type { Backlink } from '@shared/contract/document-shapes';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { Columns2 } from 'lucide-react';
import { useId } from 'react';

interface BacklinksProps {
  readonly backlinks: readonly Backlink[];
  readonly onOpen: (uid: DocumentUid, target?: { readonly annotation?: AnnotationUid }) => void;
}

/** Nothing when there are none. */
export function Backlinks({ backlinks, onOpen }: BacklinksProps) {
  const { t } = useTranslation();
  const { openBeside } = useDocumentActs();
  const titleId = useId();
  if (backlinks.length === 0) return null;
  return (
    <section className="backlinks" aria-labelledby={titleId}>
      <h2 id={titleId}>{t('reading.quotedIn')}</h2>
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
            <IconButton
              label={t('reading.openNamedBeside', { title: title || t('common.untitledNote') })}
              icon={Columns2}
              onPress={() => openBeside(note)}
              small
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
