/** Documents that share rare words, names and labels with the one open, and what they share. */
import { useArchive } from '@renderer/client/queries';
import { currentLanguage } from '@renderer/i18n/i18n';
import { shareInPercent } from '@renderer/i18n/share-in-percent';
import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { useDocumentActs } from '@renderer/ui/document-acts';
import type { RelatedDocument } from '@shared/contract/search-shapes';
import { printEdtf } from '@shared/dates/print-edtf';
import type { DocumentSummary } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { Columns2, GitCompare } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import './related-documents.css';

interface RelatedDocumentsProps {
  readonly uid: DocumentUid;
  readonly onOpen: (uid: DocumentUid) => void;
}

const mostShown = 6;

/** Worked out when the reader comes near: it takes some reading in the index. */
function useNear(place: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null || near) return;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [place, near]);
  return near;
}

/** At the foot of a document. */
export function RelatedDocuments({ uid, onOpen }: RelatedDocumentsProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLElement>(null);
  const titleId = useId();
  const near = useNear(place);
  const { data } = useArchive('related', { uid, limit: mostShown }, { enabled: near });
  const same = useArchive('nearDuplicates', { uid, limit: mostShown }, { enabled: near }).data ?? [];
  const others = same.map(({ older, newer, share }) => ({ document: older.uid === uid ? newer : older, share }));
  const rest = data?.filter(({ document }) => !others.some((other) => other.document.uid === document.uid));
  return (
    <section ref={place} className="related" aria-labelledby={titleId} aria-busy={data === undefined}>
      <h2 id={titleId}>{t('search.related')}</h2>
      {rest?.length === 0 && others.length === 0 && <p className="related__why">{t('search.relatedNone')}</p>}
      <ul>
        {others.map(({ document, share }) => (
          <AlikeLine key={document.uid} of={uid} document={document} share={share} onOpen={onOpen} />
        ))}
        {rest?.map((related) => (
          <RelatedLine key={related.document.uid} related={related} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps extends Pick<RelatedDocumentsProps, 'onOpen'> {
  readonly document: DocumentSummary;
  readonly title: string;
  /** What stands under the title; empty parts are left out. */
  readonly why: readonly string[];
  readonly act: ReactNode;
}

function Line({ document: { uid, language }, title, why, act, onOpen }: LineProps) {
  return (
    <li className="related__line">
      <div>
        <button type="button" lang={language || undefined} onClick={() => onOpen(uid)}>
          {title}
        </button>
        <p className="related__why">{why.filter((part) => part !== '').join(' · ')}</p>
      </div>
      {act}
    </li>
  );
}

interface AlikeLineProps extends Pick<RelatedDocumentsProps, 'onOpen'> {
  /** The document they are listed under. */
  readonly of: DocumentUid;
  readonly document: DocumentSummary;
  readonly share: number;
}

/** An article with nearly the same text. */
function AlikeLine({ of, document, share, onOpen }: AlikeLineProps) {
  const { t } = useTranslation();
  const { compareAlike } = useDocumentActs();
  const title = document.title || t('library.untitled');
  const label = t('duplicates.showPairNamed', { title });
  return (
    <Line
      document={document}
      title={title}
      why={[document.site, t('duplicates.reason', { share: shareInPercent(share, currentLanguage()) })]}
      act={<IconButton label={label} icon={GitCompare} onPress={() => compareAlike(of)} small />}
      onOpen={onOpen}
    />
  );
}

interface RelatedLineProps extends Pick<RelatedDocumentsProps, 'onOpen'> {
  readonly related: RelatedDocument;
}

function RelatedLine({ related: { document, reasons }, onOpen }: RelatedLineProps) {
  const { t } = useTranslation();
  const { openBeside } = useDocumentActs();
  const language = currentLanguage();
  const title = document.title || t(document.type === 'note' ? 'common.untitledNote' : 'library.untitled');
  const shared = new Intl.ListFormat(language).format(
    reasons.map(({ type, text }) => (type === 'label' ? `#${text}` : text)),
  );
  const label = t('reading.openNamedBeside', { title });
  return (
    <Line
      document={document}
      title={title}
      why={[document.site, printEdtf(document.date, language, 'short'), t('search.relatedWhy', { reasons: shared })]}
      act={<IconButton label={label} icon={Columns2} onPress={() => openBeside(document.uid)} small />}
      onOpen={onOpen}
    />
  );
}
