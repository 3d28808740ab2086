/** A hit before it is opened: the words around each place it was found at, and the document's passages. */

import { useArchive } from '@renderer/client/queries';
import { inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button, IconButton } from '@renderer/ui/Button';
import { kindStyle } from '@renderer/ui/kind-colours';
import { piecesOf } from '@renderer/ui/marked-text';
import { Sign } from '@renderer/ui/Sign';
import { usePaused } from '@renderer/ui/use-paused';
import type { SearchHit } from '@shared/contract/search-shapes';
import { findKind, isKindId } from '@shared/kinds/kinds';
import type { DocumentUid } from '@shared/model/ids';
import { findHits, termsOf } from '@shared/query/find-hits';
import { parseQuery } from '@shared/query/parse-query';
import { EyeOff } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { HitKind, useHitMeta } from './HitLine';
import { excerptsOf } from './preview-excerpts';
import { type HitTarget, targetOf } from './search-hits';
import { setPreview } from './search-state';
import { typingPauseMs } from './typing-pause';
import './preview.css';

interface HitPreviewProps {
  readonly hit: SearchHit;
  /** The query whose hits are marked. */
  readonly marked: string;
  readonly onOpen: (uid: DocumentUid, target: HitTarget) => void;
}

const mostExcerpts = 12;
const mostPassages = 12;
/** Hits looked for in one text. */
const mostHits = 500;

/** Longer than between two repeats of a key held down. */
const walkingPauseMs = 120;

/** Follows the list: arrows there show one hit after the other here. While one types or walks on, the last one stays. */
export function HitPreview({ hit, marked, onOpen }: HitPreviewProps) {
  const best = useMemo(() => ({ hit, marked }), [hit, marked]);
  const [shown, setShown] = useState(best);
  const paused = usePaused(best, shown.marked === marked ? walkingPauseMs : typingPauseMs);
  if (paused !== shown) setShown(paused);
  return <SettledPreview {...paused} onOpen={onOpen} />;
}

const SettledPreview = memo(function SettledPreview({ hit, marked, onOpen }: HitPreviewProps) {
  const { t } = useTranslation();
  const meta = useHitMeta(hit).filter((part) => part !== '');
  const open = () => {
    const { uid, target } = targetOf(hit, marked);
    onOpen(uid, target);
  };
  return (
    <section className="hit-preview" aria-label={t('search.preview')}>
      <header className="hit-preview__head">
        <Button look="primary" onPress={open}>
          {t('search.previewOpen')} <kbd>↵</kbd>
        </Button>
        <IconButton label={t('search.previewOff')} icon={EyeOff} onPress={() => setPreview(false)} />
      </header>
      <div className="hit-preview__column" lang={hit.lang === '' ? undefined : hit.lang}>
        <h2 className="hit-preview__title">{hit.title === '' ? t('library.untitled') : hit.title}</h2>
        <p className="hit-preview__meta">
          <HitKind hit={hit} />
          <span>{meta.join(' · ')}</span>
          {hit.labels.map((label) => (
            <span key={label}>#{label}</span>
          ))}
        </p>
        <Found hit={hit} marked={marked} onOpen={onOpen} />
      </div>
    </section>
  );
});

function Found({ hit, marked, onOpen }: HitPreviewProps) {
  const { t } = useTranslation();
  const view = useArchive('openDocument', { uid: hit.document }).data;
  const text = view?.document.uid === hit.document ? view.document.text : undefined;
  const hits = useMemo(
    () =>
      text === undefined
        ? []
        : [...findHits(text, termsOf(parseQuery(marked, { typing: true })), mostHits)].sort(
            (a, b) => a.start - b.start,
          ),
    [text, marked],
  );
  if (view === undefined || text === undefined) return <div aria-busy="true" />;
  const passages = view.annotations.filter(({ orphaned }) => !orphaned);
  const excerpts = excerptsOf(text, hits, mostExcerpts);
  return (
    <>
      <p className="hit-preview__count">
        {hits.length === 0 ? t('search.previewNoHits') : t('search.previewHits', { count: hits.length })}
      </p>
      {isKindId(hit.kind) && <p className="hit-preview__quote">{hit.snippet}</p>}
      <ol className="hit-preview__excerpts">
        {excerpts.map((excerpt) => (
          <li key={excerpt.start}>
            <button
              type="button"
              onClick={() => {
                const [first] = excerpt.marks;
                const place = { start: excerpt.start + (first?.start ?? 0), end: excerpt.start + (first?.end ?? 0) };
                onOpen(hit.document, { query: marked, place });
              }}
            >
              {excerpt.start > 0 && '… '}
              {piecesOf(excerpt.text, excerpt.marks).map((piece) =>
                piece.marked ? <mark key={piece.start}>{piece.text}</mark> : piece.text,
              )}
              {excerpt.start + excerpt.text.length < text.length && ' …'}
            </button>
          </li>
        ))}
      </ol>
      {passages.length > 0 && (
        <section aria-label={t('search.previewPassages')}>
          <h3 className="hit-preview__sub">{t('search.previewPassages')}</h3>
          <ul className="hit-preview__passages">
            {passages.slice(0, mostPassages).map(({ uid, kind, selector }) => (
              <li key={uid} style={kindStyle(kind)}>
                <button type="button" onClick={() => onOpen(hit.document, { query: marked, annotation: uid })}>
                  <span className="hit-preview__sign" title={inWords(findKind(kind)?.label ?? { en: kind, fr: kind })}>
                    <Sign sign={findKind(kind)?.sign} />
                  </span>
                  {selector.exact}
                </button>
              </li>
            ))}
          </ul>
          {passages.length > mostPassages && (
            <p className="hit-preview__count">{t('search.previewMore', { count: passages.length - mostPassages })}</p>
          )}
        </section>
      )}
    </>
  );
}
