/** The years of the hits as bars: dragged over, or by the two ends' keys, a range of them narrows the query. */
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import type { FacetValue } from '@shared/contract/search-shapes';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Edit } from './query-edits';
import { rangeIn, withYears, type YearBar, type YearRange, yearBars } from './year-bars';

interface YearBrushProps {
  readonly years: readonly FacetValue[];
  /** The fields of the query. */
  readonly fields: string;
  readonly onEdit: (edit: Edit) => void;
}

/** Height of the highest bar, in pixels. */
const highest = 44;
/** Years a page key moves an end by, in bars. */
const pageBars = 5;

const yearsOf = ({ from, to }: YearRange): string => (from === to ? String(from) : `${from}–${to}`);

/** The places of a range among the bars, the first and the last of them. */
function placesOf(range: YearRange | null, bars: readonly YearBar[]): readonly [number, number] {
  if (range === null) return [0, bars.length - 1];
  const first = bars.findIndex(({ to }) => to >= range.from);
  const last = bars.findLastIndex(({ from }) => from <= range.to);
  return [Math.max(0, first), Math.max(0, last)];
}

/** Nothing while all hits are of one year, unless that is what was asked for. */
export function YearBrush({ years, fields, onEdit }: YearBrushProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const bars = yearBars(years);
  const range = rangeIn(fields, bars);
  if (bars.length < 2 && range === null) return null;
  const [first, last] =
    drag === null ? placesOf(range, bars) : [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];
  const most = Math.max(...bars.map(({ count }) => count), 1);
  const choose = (from: number, to: number) => {
    const [start, end] = [bars[Math.min(from, to)], bars[Math.max(from, to)]];
    if (start === undefined || end === undefined) return;
    const whole = start === bars[0] && end === bars.at(-1);
    onEdit((query) => withYears(query, whole ? null : { from: start.from, to: end.to }));
  };
  const barAt = (event: PointerEvent): number => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return 0;
    const at = Math.floor(((event.clientX - box.left) / box.width) * bars.length);
    return Math.max(0, Math.min(at, bars.length - 1));
  };
  const press = (event: KeyboardEvent, end: 'from' | 'to') => {
    const by = stepOf(event.key, bars.length);
    if (by === null) return;
    event.preventDefault();
    const clamp = (place: number, low: number, high: number) => Math.max(low, Math.min(place, high));
    if (end === 'from') choose(clamp(first + by, 0, last), last);
    else choose(first, clamp(last + by, first, bars.length - 1));
  };
  const shownYears = { from: bars[first]?.from ?? 0, to: bars[last]?.to ?? 0 };
  return (
    <section aria-label={t('search.facets.year')}>
      <h2 className="side-bar__head">
        {t('search.facets.year')}
        {range !== null && (
          <button type="button" className="facets__more" onClick={() => onEdit((query) => withYears(query, null))}>
            {t('search.yearsAll')}
          </button>
        )}
      </h2>
      <div
        ref={frame}
        className="years"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: barAt(event), to: barAt(event) });
        }}
        onPointerMove={(event) => setDrag((now) => now && { ...now, to: barAt(event) })}
        onPointerUp={(event) => {
          if (drag !== null) choose(drag.from, barAt(event));
          setDrag(null);
        }}
        onPointerCancel={() => setDrag(null)}
      >
        {bars.map((bar, index) => (
          <span
            key={bar.from}
            className={index >= first && index <= last ? 'years__bar' : 'years__bar years__bar--out'}
            title={t('search.yearsBar', { years: yearsOf(bar), count: bar.count })}
          >
            <span style={{ height: bar.count === 0 ? 0 : Math.max(2, Math.round((bar.count / most) * highest)) }} />
          </span>
        ))}
      </div>
      <div className="years__ends">
        {(['from', 'to'] as const).map((end) => (
          <span
            key={end}
            role="slider"
            tabIndex={0}
            className="years__end"
            aria-label={t(end === 'from' ? 'search.yearsFrom' : 'search.yearsTo')}
            aria-valuemin={end === 'from' ? bars[0]?.from : shownYears.from}
            aria-valuemax={end === 'from' ? shownYears.to : bars.at(-1)?.to}
            aria-valuenow={shownYears[end]}
            lang={currentLanguage()}
            onKeyDown={(event) => press(event, end)}
          >
            {shownYears[end]}
          </span>
        ))}
      </div>
    </section>
  );
}

/** How many bars a key moves an end by; null for other keys. */
function stepOf(key: string, bars: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -1;
    case 'ArrowRight':
    case 'ArrowUp':
      return 1;
    case 'PageDown':
      return -pageBars;
    case 'PageUp':
      return pageBars;
    case 'Home':
      return -bars;
    case 'End':
      return bars;
    default:
      return null;
  }
}
