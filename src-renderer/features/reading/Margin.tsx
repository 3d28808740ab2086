/** The margin: cards beside their passages, or a plain list in a narrow pane. */
import type { TextSession } from '@renderer/editor/text-session';
import { useTranslation } from '@renderer/i18n/words';
import type { DocumentView } from '@shared/contract/document-shapes';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import { memo, type RefObject, useEffect, useMemo, useRef } from 'react';
import { AnnotationCard } from './AnnotationCard';
import { BulkBar } from './cards/BulkBar';
import type { CardContext } from './cards/card-context';
import { observeHeight } from './cards/observe-height';
import { LinkArcs } from './links/LinkArcs';
import { innerLinks } from './links/link-arcs';
import type { PlacedAnnotations } from './placed-annotations';
import { type CardTops, useCardTops } from './use-card-tops';

interface MarginProps {
  readonly text: TextSession;
  readonly placed: PlacedAnnotations;
  readonly active: AnnotationUid | null;
  readonly commenting: AnnotationUid | null;
  /** Steady: the same as long as what cards show of it is. */
  readonly context: CardContext;
  /** Links of the document's annotations. */
  readonly links: DocumentView['links'];
  readonly pane: RefObject<HTMLElement | null>;
  /** True: a list, not beside the passages. */
  readonly listed: boolean;
}

/** All annotations of the document. */
export function Margin({ text, placed, active, commenting, context, links, pane, listed }: MarginProps) {
  const { t } = useTranslation();
  const margin = useRef<HTMLDivElement>(null);
  const { built, tops, compact, bottomPx, crowded, measure } = useCardTops(text, placed, active, pane, margin);
  const { cards } = context;
  const inner = useMemo(() => innerLinks(links, (uid) => placed.find(uid) !== undefined), [links, placed]);
  const chosen = useMemo(() => chosenOf(placed, cards.chosen), [placed, cards.chosen]);
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
        {!listed && <LinkArcs links={inner} tops={tops} active={active} heightPx={bottomPx + 160} />}
        {(listed ? placed.list : built).map(({ annotation }) => (
          <MarginCard
            key={annotation.uid}
            annotation={annotation}
            context={context}
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

/** The cards chosen, in the order of their passages. */
function chosenOf(placed: PlacedAnnotations, uids: ReadonlySet<AnnotationUid>): readonly Annotation[] {
  const indices = Array.from(uids, (uid) => placed.indexOf(uid)).sort((a, b) => a - b);
  return indices.flatMap((index) => placed.list[index]?.annotation ?? []);
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
