/** The margin: cards beside their passages, or a plain list in a narrow pane. */
import type { TextSession } from '@renderer/editor/text-session';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import { memo, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AnnotationCard } from './AnnotationCard';
import { BulkBar } from './cards/BulkBar';
import type { CardContext } from './cards/card-context';
import { observeHeight } from './cards/observe-height';
import { useSteadyContext } from './cards/use-steady-context';
import { LinkArcs } from './links/LinkArcs';
import { innerLinks } from './links/link-arcs';
import type { PlacedAnnotation } from './placed-annotations';
import { type CardTops, useCardTops } from './use-card-tops';

interface MarginProps {
  readonly text: TextSession;
  readonly placed: readonly PlacedAnnotation[];
  readonly active: AnnotationUid | null;
  readonly commenting: AnnotationUid | null;
  readonly context: CardContext;
  readonly pane: RefObject<HTMLElement | null>;
  /** True: a list, not beside the passages. */
  readonly listed: boolean;
}

/** All annotations of the document. */
export function Margin({ text, placed, active, commenting, context, pane, listed }: MarginProps) {
  const { t } = useTranslation();
  const margin = useRef<HTMLDivElement>(null);
  const { built, tops, compact, bottomPx, crowded, measure } = useCardTops(text, placed, active, pane, margin);
  const { linksOf, cards } = context;
  const steady = useSteadyContext(context);
  const links = useMemo(
    () =>
      innerLinks(
        placed.map(({ annotation: { uid } }) => uid),
        linksOf,
      ),
    [placed, linksOf],
  );
  const chosen = useMemo(
    () => placed.flatMap(({ annotation }) => (cards.chosen.has(annotation.uid) ? [annotation] : [])),
    [placed, cards.chosen],
  );
  return (
    <aside className={marginClass(listed, crowded)} aria-label={t('reading.passages')}>
      {chosen.length > 0 && <BulkBar chosen={chosen} actions={context.actions} cards={cards} />}
      <div ref={margin} className="margin__cards" style={listed ? undefined : { minHeight: bottomPx + 160 }}>
        {placed.length === 0 && (
          <p className="margin__empty">
            <strong>{t('reading.noPassages')}</strong>
            {t('reading.noPassagesHint')}
          </p>
        )}
        {!listed && <LinkArcs links={links} tops={tops} active={active} heightPx={bottomPx + 160} />}
        {(listed ? placed : built).map(({ annotation }) => (
          <MarginCard
            key={annotation.uid}
            annotation={annotation}
            context={steady}
            top={listed ? null : (tops.get(annotation.uid) ?? 0)}
            active={annotation.uid === active}
            compact={!listed && compact.has(annotation.uid)}
            commenting={annotation.uid === commenting}
            measure={measure}
          />
        ))}
      </div>
    </aside>
  );
}

const marginClass = (listed: boolean, crowded: boolean): string =>
  `margin${listed ? ' margin--listed' : ''}${crowded ? ' margin--crowd' : ''}`;

/** Not drawn again when it only moves. */
const Card = memo(AnnotationCard);

interface MarginCardProps {
  readonly annotation: Annotation;
  readonly context: CardContext;
  /** Null in a list. */
  readonly top: number | null;
  readonly active: boolean;
  readonly compact: boolean;
  readonly commenting: boolean;
  readonly measure: CardTops['measure'];
}

/** A card at its height, that tells how tall it is. Not drawn again when others come into view. */
const MarginCard = memo(function MarginCard({ top, measure, ...card }: MarginCardProps) {
  const { active, compact } = card;
  const { uid } = card.annotation;
  const place = useRef<HTMLDivElement>(null);
  const tell = useRef<(heightPx: number) => void>(() => {});
  tell.current = (heightPx) => measure(uid, heightPx, !compact && !active);
  useEffect(
    () => (place.current === null ? undefined : observeHeight(place.current, (heightPx) => tell.current(heightPx))),
    [],
  );
  return (
    <div
      ref={place}
      // Over its neighbours when in use: what it opens may lie over them.
      className={active ? 'margin__place margin__place--raised' : 'margin__place'}
      style={top === null ? undefined : { top }}
    >
      <Card {...card} />
    </div>
  );
});
