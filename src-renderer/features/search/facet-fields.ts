/** Which field of a query each facet narrows by, and how its values are said. Pure. */
import { languageName } from '@renderer/i18n/dates';
import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import type { FacetName, FacetValue } from '@shared/contract/search-shapes';
import { isKindId, kinds } from '@shared/kinds/kinds';
import type { QueryField } from '@shared/query/query';
import { fold } from '@shared/text/fold';
import type { TFunction } from 'i18next';
import { type FieldState, fieldState, namedValues } from './query-edits';

/** Facets shown as lists of values; years are shown as a histogram. */
export type ListFacet = Exclude<FacetName, 'year'>;

/** In the order shown. */
export const listFacets = [
  'type',
  'kind',
  'language',
  'site',
  'label',
  'speaker',
  'verdict',
] as const satisfies readonly ListFacet[];

const fields: Readonly<Record<ListFacet, QueryField>> = {
  type: 'in',
  kind: 'in',
  language: 'lang',
  site: 'site',
  label: 'label',
  verdict: 'verdict',
  speaker: 'speaker',
};

/** The field a facet narrows by. */
export const fieldOfFacet = (facet: ListFacet): QueryField => fields[facet];

/** A value as a line of a facet. */
export interface FacetLine {
  readonly value: string;
  /** Hits that have it; 0 for one that is excluded. */
  readonly count: number;
  readonly state: FieldState;
}

const isType = (value: string): boolean => value === 'article' || value === 'note';

/** The lines of a facet: what the query names first, whether hits have it or not, then the rest, most frequent first. */
export function facetLines(facet: ListFacet, values: readonly FacetValue[], query: string): readonly FacetLine[] {
  const field = fields[facet];
  const belongs = (value: string): boolean => field !== 'in' || (facet === 'type' ? isType(value) : isKindId(value));
  const named = namedValues(query, field).filter(belongs);
  const gone = named.filter((name) => values.every(({ value }) => fold(value) !== fold(name)));
  const lines = values.map(({ value, count }) => ({ value, count, state: fieldState(query, field, value) }));
  return [
    ...gone.map((value) => ({ value, count: 0, state: fieldState(query, field, value) })),
    ...lines.filter(({ state }) => state !== 'absent'),
    ...lines.filter(({ state }) => state === 'absent'),
  ];
}

/** A value of a facet in words. */
export function facetWords(facet: ListFacet, value: string, t: TFunction): string {
  switch (facet) {
    case 'type':
      return value === 'note' ? t('library.notes') : t('library.articles');
    case 'kind': {
      const kind = kinds.find(({ id }) => id === value);
      return kind === undefined ? value : inWords(kind.plural);
    }
    case 'language':
      return languageName(value, currentLanguage());
    case 'verdict':
      return verdictWords(value);
    default:
      return value;
  }
}

/** A verdict as the kinds' registry says it. */
function verdictWords(value: string): string {
  const fields = kinds.flatMap((kind) => kind.fields).filter(({ id }) => id === 'verdict');
  for (const field of fields) {
    const option = field.type === 'choice' ? field.options.find(({ id }) => id === value) : undefined;
    if (option !== undefined) return inWords(option.label);
  }
  return value;
}
