/** Draws the links between cards in the gutter beside them. The cards say them in words: hidden from screen readers. */
import type { AnnotationUid } from '@shared/model/ids';
import { arcsOf, gutterPx, type InnerLink } from './link-arcs';
import './links.css';

interface LinkArcsProps {
  readonly links: readonly InnerLink[];
  readonly tops: ReadonlyMap<AnnotationUid, number>;
  readonly active: AnnotationUid | null;
  /** Height of the cards' column, CSS pixels. */
  readonly heightPx: number;
}

/** Scrolls with the cards, being in their column. */
export function LinkArcs({ links, tops, active, heightPx }: LinkArcsProps) {
  const arcs = arcsOf(links, tops, active);
  if (arcs.length === 0) return null;
  return (
    <svg className="arcs" width={gutterPx} height={heightPx} aria-hidden focusable="false">
      {arcs.map(({ uid, relation, path, end, active: strong }) => (
        <g key={uid} className={strong ? 'arc arc--active' : 'arc'} data-relation={relation}>
          <path d={path} />
          <path
            className="arc__head"
            d={`M${end.x - 5} ${end.y - 3.5}L${end.x} ${end.y}L${end.x - 5} ${end.y + 3.5}`}
          />
        </g>
      ))}
    </svg>
  );
}
