/** The rail of the reading room: what its tabs show of the document, and what is done from them. */
import type { TextMap } from '@renderer/editor/text-map';
import type { SavedSession } from '@renderer/features/document/saved-session';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { showToast } from '@renderer/ui/toasts';
import { printEdtf } from '@shared/dates/print-edtf';
import type { Document } from '@shared/model/document';
import { type RefObject, useMemo, useState } from 'react';
import { copyText } from '../citation';
import { Orphans } from '../Orphans';
import type { PlacedAnnotation, PlacedAnnotations, SortedAnnotations } from '../placed-annotations';
import { scrollToPlace, selectRange } from '../text-view';
import type { Desk } from '../use-desk';
import { Outline } from './Outline';
import { PassageFilterBar } from './PassageFilterBar';
import { PassageList } from './PassageList';
import type { PassageFilter } from './passage-filter';
import { passagesAsMarkdown, passagesAsText } from './passage-text';
import { Rail } from './Rail';
import { type PassageSort, sortPassages } from './sort-passages';
import { useCurrentHeading, useHeadings } from './use-outline';
import type { RailState } from './use-rail';

interface DeskRailProps {
  readonly document: Document;
  readonly session: SavedSession;
  readonly map: TextMap;
  readonly pane: RefObject<HTMLElement | null>;
  readonly desk: Desk;
  readonly rail: RailState;
  readonly sorted: SortedAnnotations;
  /** The passages the filter leaves. */
  readonly shown: PlacedAnnotations;
  readonly filter: PassageFilter;
  readonly onFilter: (filter: PassageFilter) => void;
}

/** Where the room is narrower, the rail lies over the margin (rail.css has the same number). */
const overMarginPx = 1120;

/** Nothing while the rail is closed. */
export function DeskRail(props: DeskRailProps) {
  const { document: article, session, map, pane, desk, rail, sorted, shown, filter, onFilter } = props;
  const { t } = useTranslation();
  const { text } = session;
  const { metadata } = article;
  const [sort, setSort] = useState<PassageSort>('place');
  const listed = useMemo(() => sortPassages(shown.list, sort), [shown, sort]);
  const headings = useHeadings(session, map, rail.tab !== null);
  const current = useCurrentHeading(session, headings, pane);
  const copy = (as: 'text' | 'markdown'): void => {
    const language = currentLanguage();
    const date = metadata.date === '' ? '' : printEdtf(metadata.date, language);
    const words = { language, date, pagesOf: desk.context.pagesOf };
    const passages = listed.map(({ annotation }) => annotation);
    copyText(as === 'text' ? passagesAsText(article, passages, words) : passagesAsMarkdown(article, passages, words));
    showToast({ text: t('reading.passagesCopied', { count: passages.length }) });
  };
  const go = ({ annotation }: PlacedAnnotation): void => {
    if ((pane.current?.parentElement?.clientWidth ?? 0) <= overMarginPx) rail.close();
    desk.openCard(annotation.uid);
  };
  const passages = (
    <>
      <PassageFilterBar
        placed={sorted.placed.list}
        left={shown.length}
        filter={filter}
        onFilter={onFilter}
        sort={sort}
        onSort={setSort}
        onCopy={copy}
      />
      <PassageList
        passages={listed}
        pagesOf={desk.context.pagesOf}
        active={desk.active}
        onShow={desk.acts.goTo}
        onGo={go}
      />
    </>
  );
  const outline = (
    <Outline
      headings={headings}
      current={current}
      onGo={(heading) => {
        selectRange(text, { start: heading.start, end: heading.start });
        scrollToPlace(text, pane.current, heading);
      }}
    />
  );
  const orphans = (
    <Orphans
      orphans={sorted.orphans}
      text={map.text}
      language={metadata.language}
      onShow={(place) => {
        scrollToPlace(text, pane.current, place);
        selectRange(text, place);
      }}
      onAttach={desk.attach}
      onDelete={desk.context.onDelete}
      onPutAside={desk.putAside}
    />
  );
  return (
    <Rail
      rail={rail}
      counts={{ passages: sorted.placed.length, outline: headings.length, orphans: sorted.orphans.length }}
      panels={{ passages, outline, orphans }}
      onLeave={() => text.editor.getRootElement()?.focus({ preventScroll: true })}
    />
  );
}
