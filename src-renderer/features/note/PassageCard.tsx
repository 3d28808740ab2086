/** A quoted passage as it stands in a note: the words, their kind, where they come from. */

import { call } from '@renderer/client/client';
import { useArchive } from '@renderer/client/queries';
import type { PassageContent } from '@renderer/editor/nodes/passage-node';
import { formatEdtf } from '@renderer/i18n/dates';
import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { kindStyle } from '@renderer/ui/kind-colours';
import { findKind } from '@shared/kinds/kinds';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

interface PassageCardProps {
  readonly content: PassageContent;
  readonly onOpen: (uid: DocumentUid, target?: { readonly annotation?: AnnotationUid }) => void;
}

/** Press it to go to the passage. */
export function PassageCard({ content: { annotation: uid, document, text }, onOpen }: PassageCardProps) {
  const { t } = useTranslation();
  const { data, error } = useArchive('getAnnotation', { uid });
  const source = useQuery({
    queryKey: ['openDocument', { uid: document }],
    queryFn: () => call('openDocument', { uid: document }),
  });
  const metadata = source.data?.document.metadata;
  const annotation = error === null ? data?.annotation : undefined;
  const kind = annotation === undefined ? undefined : findKind(annotation.kind);
  const title = data?.documentTitle ?? source.data?.document.title ?? '';
  const date = metadata?.date ? formatEdtf(metadata.date, currentLanguage()) : '';
  const line = [title, metadata?.site ?? '', date].filter((part) => part !== '').join(' · ');
  return (
    <figure
      className="evidence"
      style={annotation === undefined ? undefined : kindStyle(annotation.kind)}
      aria-label={t('note.passage', { quote: text, title })}
    >
      <blockquote data-quote>{text}</blockquote>
      <figcaption>
        {kind !== undefined && (
          <span className="evidence__kind">
            <span aria-hidden>{kind.sign}</span> {inWords(kind.label)}
          </span>
        )}
        {error !== null && <span className="evidence__gone">{t('note.passageGone')}</span>}
        {line !== '' && (
          <button
            type="button"
            className="text-button"
            aria-label={t('note.openPassage', { title: line })}
            onClick={() => onOpen(document, { annotation: uid })}
          >
            {line}
          </button>
        )}
        {annotation !== undefined && annotation.comment !== '' && (
          <span className="evidence__comment">{annotation.comment}</span>
        )}
      </figcaption>
    </figure>
  );
}
