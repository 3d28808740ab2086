/** The margin: cards beside their passages, or a plain list in a narrow pane. */
import type { TextSession } from '@renderer/editor/text-session';
import type { AnnotationUid } from '@shared/model/ids';
import { memo, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AnnotationCard } from './AnnotationCard';
import { BulkBar } from './cards/BulkBar';
import type { CardContext } from './cards/card-context';
import { useSteadyContext } from './cards/use-steady-context';
import { LinkArcs } from './links/LinkArcs';
import { innerLinks } from './links/link-arcs';
import type { PlacedAnnotation } from './placed-annotations';
import { useCardTops } from './use-card-tops';

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

/** Unchanged cards are not drawn again when others come into view. */
const Card = memo(AnnotationCard);

/** All annotations of the document. */
export function Margin({ text, placed, active, commenting, context, pane, listed }: MarginProps) {
  const { t } = useTranslation();
  const margin = useRef<HTMLDivElement>(null);
  const { built, tops, compact, bottomPx, measure } = useCardTops(text, placed, active, pane, margin);
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
    <aside className={listed ? 'margin margin--listed' : 'margin'} aria-label={t('reading.passages')}>
      {chosen.length > 0 && <BulkBar chosen={chosen} actions={context.actions} cards={cards} />}
      <div ref={margin} className="margin__cards" style={listed ? undefined : { minHeight: bottomPx + 160 }}>
        {placed.length === 0 && (
          <p className="margin__empty">
            <strong>{t('reading.noPassages')}</strong>
            {t('reading.noPassagesHint')}
          </p>
        )}
        {!listed && <LinkArcs links={links} tops={tops} active={active} heightPx={bottomPx + 160} />}
        {(listed ? placed : built).map(({ annotation }) => {
          const folded = !listed && compact.has(annotation.uid);
          return (
            <CardPlace
              key={annotation.uid}
              top={listed ? null : (tops.get(annotation.uid) ?? 0)}
              raised={annotation.uid === active}
              onHeight={(height) => measure(annotation.uid, height, !folded && annotation.uid !== active)}
            >
              <Card
                annotation={annotation}
                context={steady}
                active={annotation.uid === active}
                compact={folded}
                commenting={annotation.uid === commenting}
              />
            </CardPlace>
          );
        })}
      </div>
    </aside>
  );
}

interface CardPlaceProps {
  readonly top: number | null;
  /** Over its neighbours: what it opens may lie over them. */
  readonly raised: boolean;
  readonly onHeight: (heightPx: number) => void;
  readonly children: React.ReactNode;
}

/** Puts a card at its height and tells how tall it is. */
function CardPlace({ top, raised, onHeight, children }: CardPlaceProps) {
  const place = useRef<HTMLDivElement>(null);
  const tell = useRef(onHeight);
  tell.current = onHeight;
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measured = new ResizeObserver(() => tell.current(element.offsetHeight));
    measured.observe(element);
    return () => measured.disconnect();
  }, []);
  return (
    <div
      ref={place}
      className={raised ? 'margin__place margin__place--raised' : 'margin__place'}
      style={top === null ? undefined : { top }}
    >
      {children}
    </div>
  );
}
