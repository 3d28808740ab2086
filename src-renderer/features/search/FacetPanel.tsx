/** What the hits have in common, to narrow down by: pressed, a value is wanted, pressed again excluded. */

import { useArchive } from '@renderer/client/queries';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { KindSign } from '@renderer/ui/KindCounts';
import { useLatest } from '@renderer/ui/use-latest';
import { useSettled } from '@renderer/ui/use-paused';
import type { Facets, FacetValue } from '@shared/contract/search-shapes';
import { isKindId } from '@shared/kinds/kinds';
import { numberFormat } from '@shared/text/intl-formats';
import { Minus } from 'lucide-react';
import { type MouseEvent, memo, useCallback, useState } from 'react';
import { type FacetLine, facetLines, facetWords, fieldOfFacet, type ListFacet, listFacets } from './facet-fields';
import { type Edit, nextFieldState, onlyFields, withFieldState, withoutField } from './query-edits';
import { type Question, searchInput } from './search-hits';
import { typingPauseMs } from './typing-pause';
import { YearBrush } from './YearBrush';
import './facets.css';

interface FacetPanelProps {
  readonly question: Question;
  readonly onQuery: (query: string) => void;
}

/** The call that counts what hits have in common; it shows none of them. */
const facetsInput = (question: Question) => ({
  ...searchInput({ ...question, sort: 'relevance' }),
  facets: true,
  offset: 0,
  limit: 0,
});

/** Counted in a pause; while the next answer is read the last one stays. */
export function FacetPanel({ question, onQuery }: FacetPanelProps) {
  // Hits come before what they have in common: while one types, the archive answers for the list alone.
  const asked = useSettled(question, typingPauseMs);
  const latest = useLatest(question.query);
  // What is pressed changes what stands in the box now, which may be ahead of what was counted.
  const onEdit = useCallback((edit: Edit) => onQuery(edit(latest())), [onQuery, latest]);
  if (asked === undefined) return <div className="facets" aria-busy="true" />;
  return <CountedFacets asked={asked} fields={onlyFields(question.query)} onEdit={onEdit} />;
}

interface CountedFacetsProps {
  readonly asked: Question;
  /** Of the query as it stands now: what is pressed is shown so at once. */
  readonly fields: string;
  readonly onEdit: (edit: Edit) => void;
}

const CountedFacets = memo(function CountedFacets({ asked, fields, onEdit }: CountedFacetsProps) {
  const { t } = useTranslation();
  const facets = useArchive('search', facetsInput(asked)).data?.facets;
  // Years are counted without the query's own dates: a range can be widened again.
  const dateless = { ...asked, query: withoutField(asked.query, 'date') };
  const years = useArchive('search', facetsInput(dateless)).data?.facets?.values.year ?? noYears;
  if (facets === undefined || facets === null) return <div className="facets" aria-busy="true" />;
  const empty = years.length < 2 && !listFacets.some((facet) => tellsApart(linesOf(facet, facets, fields), facets));
  return (
    <div className="facets">
      <p className="facets__hint">{t(empty ? 'search.facetsNone' : 'search.facetHint')}</p>
      {listFacets.slice(0, 2).map((facet) => (
        <Facet key={facet} facet={facet} facets={facets} fields={fields} onEdit={onEdit} />
      ))}
      <YearBrush years={years} fields={fields} onEdit={onEdit} />
      {listFacets.slice(2).map((facet) => (
        <Facet key={facet} facet={facet} facets={facets} fields={fields} onEdit={onEdit} />
      ))}
      {facets.approximate && <p className="facets__hint">{t('search.facetsApproximate', { count: facets.counted })}</p>}
    </div>
  );
});

const noYears: readonly FacetValue[] = [];

/** Values shown before one asks for more. */
const fewValues = 6;

interface FacetProps {
  readonly facet: ListFacet;
  readonly facets: Facets;
  readonly fields: string;
  readonly onEdit: (edit: Edit) => void;
}

const linesOf = (facet: ListFacet, facets: Facets, fields: string): readonly FacetLine[] =>
  facetLines(facet, facets.values[facet], fields);

/** One value that all hits have tells nothing apart. */
function tellsApart(lines: readonly FacetLine[], { counted }: Facets): boolean {
  const [only] = lines;
  return only !== undefined && (lines.length > 1 || only.state !== 'absent' || only.count !== counted);
}

function Facet({ facet, facets, fields, onEdit }: FacetProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const lines = linesOf(facet, facets, fields);
  if (!tellsApart(lines, facets)) return null;
  const shown = all ? lines : lines.slice(0, fewValues);
  return (
    <section aria-label={t(`search.facets.${facet}`)}>
      <h2 className="side-bar__head">{t(`search.facets.${facet}`)}</h2>
      <ul>
        {shown.map((line) => (
          <FacetItem key={line.value} facet={facet} line={line} onEdit={onEdit} />
        ))}
      </ul>
      {lines.length > fewValues && (
        <button type="button" className="facets__more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('search.facetFewer') : t('search.facetMore', { count: lines.length - fewValues })}
        </button>
      )}
    </section>
  );
}

interface FacetItemProps extends Pick<FacetProps, 'facet' | 'onEdit'> {
  readonly line: FacetLine;
}

const looks = { absent: 'facet', wanted: 'facet facet--wanted', excluded: 'facet facet--out' } as const;
const spoken = { wanted: 'search.facetWanted', excluded: 'search.facetExcluded' } as const;

function FacetItem({ facet, line: { value, count, state }, onEdit }: FacetItemProps) {
  const { t } = useTranslation();
  const field = fieldOfFacet(facet);
  const words = facetWords(facet, value, t);
  const set = (next: FacetLine['state']) => onEdit((query) => withFieldState(query, field, value, next));
  const press = (event: MouseEvent) => {
    if (event.altKey) set(state === 'excluded' ? 'absent' : 'excluded');
    else set(nextFieldState(state));
  };
  return (
    <li className={looks[state]}>
      <button type="button" className="facet__value" aria-pressed={state !== 'absent'} onClick={press}>
        {facet === 'kind' && isKindId(value) && <KindSign kind={value} />}
        <span className="facet__words">{words}</span>
        <span className="facet__count">{count === 0 ? '' : numberFormat(currentLanguage()).format(count)}</span>
        {state !== 'absent' && <span className="visually-hidden"> {t(spoken[state])}</span>}
      </button>
      {state !== 'excluded' && (
        <button
          type="button"
          className="facet__exclude"
          aria-label={t('search.facetExclude', { value: words })}
          title={t('search.facetExclude', { value: words })}
          onClick={() => set('excluded')}
        >
          <Minus size={12} aria-hidden />
        </button>
      )}
    </li>
  );
}
