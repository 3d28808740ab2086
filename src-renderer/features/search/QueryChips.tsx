/** The parts of the query as a row of chips: pressed, a part is excluded or asked for again; its cross removes it. */
import { inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { type MenuEntry, type Point, PointMenu } from '@renderer/ui/Menu';
import { findKind, isKindId } from '@shared/kinds/kinds';
import { type Chip, printChip } from '@shared/query/chips';
import type { TFunction } from 'i18next';
import { X } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useEffectEvent, useRef, useState } from 'react';
import { chipsOf, removeChip, type TermChip, toggleExcluded } from './query-edits';

interface QueryChipsProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Asks for other names of a word or phrase. */
  readonly onAlias: (name: string) => void;
}

type Excludable = Exclude<Chip, { readonly type: 'or' | 'close' }>;

/** A part as it was typed, without the minus: an unfinished word shows no star. */
const typedWords = ({ start, end }: Chip, query: string): string => query.slice(start, end).replace(/^-/, '');

interface ChipWords {
  /** With its colon; empty for a word or phrase. */
  readonly field: string;
  readonly value: string;
}

/** What a chip says, to the eye and to the ear: the value of a field in words where it has any. */
function chipWords(chip: Chip, query: string): ChipWords {
  if (chip.type !== 'term' || chip.term.type !== 'field') return { field: '', value: typedWords(chip, query) };
  const { field, value } = chip.term;
  const kind = isKindId(value) && field === 'in' ? findKind(value) : undefined;
  return { field: `${field}:`, value: kind === undefined ? value : inWords(kind.label).toLowerCase() };
}

function spokenChip(chip: Chip, query: string): string {
  const { field, value } = chipWords(chip, query);
  return field + value;
}

/** Nothing without a query. Arrows go along the row; Delete removes, Enter and Space exclude. */
export const QueryChips = memo(function QueryChips({ query, onQuery, onAlias }: QueryChipsProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const [menu, setMenu] = useState<{ readonly chip: TermChip; readonly at: Point } | null>(null);
  /** Where the focus goes once a part is gone. */
  const wanted = useRef<number | null>(null);
  const chips = chipsOf(query);
  const excludable = chips.filter((chip): chip is Excludable => chip.type === 'term' || chip.type === 'open');
  const refocus = useEffectEvent(() => {
    if (wanted.current !== null) go(wanted.current);
    wanted.current = null;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the row shows another query
  useEffect(refocus, [query]);
  const reached = Math.min(at, excludable.length - 1);
  const go = (index: number) => {
    const next = Math.max(0, Math.min(index, excludable.length - 1));
    setAt(next);
    list.current?.querySelectorAll<HTMLElement>('[data-chip]')[next]?.focus();
  };
  const press = (event: KeyboardEvent, chip: Excludable, index: number) => {
    if (event.key === 'ArrowRight') go(index + 1);
    else if (event.key === 'ArrowLeft') go(index - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(excludable.length - 1);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      // The one after it, once it is there.
      wanted.current = index;
      onQuery(removeChip(query, chip));
    } else return;
    event.preventDefault();
  };
  if (excludable.length === 0) return null;
  return (
    <>
      <ul ref={list} className="query-chips" aria-label={t('search.parts')}>
        {chips.map((chip) => {
          if (chip.type === 'or' || chip.type === 'close')
            return (
              <li key={chip.start} className="query-chips__sign">
                {chip.type === 'or' ? t('search.or') : ')'}
              </li>
            );
          const index = excludable.indexOf(chip);
          const { field, value } = chipWords(chip, query);
          const words = spokenChip(chip, query);
          return (
            <li key={chip.start} className={chip.negated ? 'query-chip query-chip--out' : 'query-chip'}>
              <button
                type="button"
                data-chip
                tabIndex={index === reached ? 0 : -1}
                aria-label={t(chip.negated ? 'search.chipExcluded' : 'search.chipWanted', { words })}
                title={t(chip.negated ? 'search.chipInclude' : 'search.chipExclude')}
                onFocus={() => setAt(index)}
                onKeyDown={(event) => press(event, chip, index)}
                onClick={() => onQuery(toggleExcluded(query, chip))}
                onContextMenu={(event) => {
                  event.preventDefault();
                  const box = event.currentTarget.getBoundingClientRect();
                  if (chip.type === 'term') setMenu({ chip, at: { x: box.left, y: box.bottom } });
                }}
              >
                {chip.negated && <span aria-hidden>−</span>}
                <span className="query-chip__words">
                  {field !== '' && <span className="query-chip__field">{field}</span>}
                  {value}
                </span>
              </button>
              <button
                type="button"
                className="query-chip__remove"
                tabIndex={-1}
                aria-label={t('search.chipRemove', { words })}
                onClick={() => onQuery(removeChip(query, chip))}
              >
                <X size={11} aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
      {menu !== null && (
        <PointMenu
          label={t('search.chipActions')}
          at={menu.at}
          onClose={() => setMenu(null)}
          entries={chipEntries(menu.chip, query, onQuery, onAlias, t)}
        />
      )}
    </>
  );
});

/** What else can be done with a part: the form typed alone, other names, away with it. */
function chipEntries(
  chip: TermChip,
  query: string,
  onQuery: QueryChipsProps['onQuery'],
  onAlias: QueryChipsProps['onAlias'],
  t: TFunction,
): readonly MenuEntry[] {
  const { term } = chip;
  const name = term.type === 'word' ? term.word : term.type === 'phrase' ? term.text : null;
  const exact = term.type === 'word' && term.mode === 'exact';
  const written = printChip({ ...chip, negated: false })
    .replace(/^[=~]/, '')
    .replace(/\*$/, '');
  const sign = chip.negated ? '-' : '';
  const setMode = (mode: '' | '=') =>
    onQuery(query.slice(0, chip.start) + sign + mode + written + query.slice(chip.end));
  return [
    {
      id: 'exclude',
      label: t(chip.negated ? 'search.chipInclude' : 'search.chipExclude'),
      run: () => onQuery(toggleExcluded(query, chip)),
    },
    ...(term.type === 'word'
      ? [
          {
            id: 'exact',
            label: t(exact ? 'search.chipAllForms' : 'search.chipExact'),
            run: () => setMode(exact ? '' : '='),
          },
        ]
      : []),
    ...(name === null ? [] : [{ id: 'alias', label: `${t('search.alsoAs', { name })}…`, run: () => onAlias(name) }]),
    'separator',
    {
      id: 'remove',
      label: t('search.chipRemove', { words: term.type === 'field' ? spokenChip(chip, query) : written }),
      danger: true,
      run: () => onQuery(removeChip(query, chip)),
    },
  ];
}
