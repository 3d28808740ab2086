/** The head of the results: how many there are, of which type, in which order, and what is done with all of them. */
import { useArchive } from '@renderer/client/queries';
import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { dispatchCommand } from '@renderer/ui/command-bus';
import { keysFor } from '@renderer/ui/command-keys';
import { MenuButton, type MenuEntry } from '@renderer/ui/Menu';
import { useSettled } from '@renderer/ui/use-paused';
import type { SearchResult, SearchSort } from '@shared/contract/search-shapes';
import {
  Bookmark,
  ChevronDown,
  ClipboardCopy,
  Ellipsis,
  Eye,
  EyeOff,
  FileDown,
  ListFilter,
  NotebookPen,
  SlidersHorizontal,
} from 'lucide-react';
import { memo } from 'react';
import { Button as AriaButton, Radio, RadioGroup } from 'react-aria-components';
import { countInput, type Question } from './search-hits';
import { hitTypes, setPreview, useSearch } from './search-state';
import { typingPauseMs } from './typing-pause';

interface ResultsHeadProps {
  readonly question: Question;
  readonly result: SearchResult | undefined;
  readonly onSort: (sort: SearchSort) => void;
}

/** In the contract's order; its own list would bring its schemas along. */
const sorts = ['relevance', 'date', 'added'] as const satisfies readonly SearchSort[];

export function ResultsHead({ question, result, onSort }: ResultsHeadProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="list-head results-head">
        <span role="status">
          {result ? t('search.count', { count: result.total }) : t('common.loading')}
          {result && <small>{t('search.took', { ms: Math.round(result.tookMs) })}</small>}
        </span>
        <ResultsTools sort={question.sort} onSort={onSort} />
      </div>
      <TypeSwitch question={question} answered={result !== undefined} />
    </>
  );
}

/** They stay as they are from answer to answer. */
const ResultsTools = memo(function ResultsTools({
  sort,
  onSort,
}: Pick<ResultsHeadProps, 'onSort'> & Pick<Question, 'sort'>) {
  const { t } = useTranslation();
  const orders = sorts.map((id) => ({ id, label: t(`search.${id}`), run: () => onSort(id) }));
  return (
    <>
      <MenuButton label={t('search.sort')} entries={orders}>
        <AriaButton className="list-head__sort" aria-label={`${t('search.sort')}: ${t(`search.${sort}`)}`}>
          {t(`search.${sort}`)}
          <ChevronDown size={13} aria-hidden />
        </AriaButton>
      </MenuButton>
      <IconButton
        label={t('settings.commands.narrow-down')}
        {...keysFor('narrow-down')}
        icon={SlidersHorizontal}
        onPress={() => dispatchCommand('narrow-down')}
        small
      />
      <IconButton
        label={t('settings.commands.save-search')}
        {...keysFor('save-search')}
        icon={Bookmark}
        onPress={() => dispatchCommand('save-search')}
        small
      />
      <ResultsMenu />
    </>
  );
});

/** What is done with the whole result. */
function ResultsMenu() {
  const { t } = useTranslation();
  const preview = useSearch((search) => search.preview);
  const command = (id: 'note-from-search' | 'export-result' | 'copy-result' | 'search-within', icon: typeof Eye) => ({
    id,
    label: t(`settings.commands.${id}`),
    icon,
    run: () => void dispatchCommand(id),
  });
  const entries: readonly MenuEntry[] = [
    command('search-within', ListFilter),
    'separator',
    command('export-result', FileDown),
    command('copy-result', ClipboardCopy),
    command('note-from-search', NotebookPen),
    'separator',
    {
      id: 'preview',
      label: t(preview ? 'search.previewOff' : 'search.previewOn'),
      icon: preview ? EyeOff : Eye,
      run: () => setPreview(!preview),
    },
  ];
  return (
    <MenuButton label={t('search.resultActions')} entries={entries}>
      <IconButton label={t('search.resultActions')} icon={Ellipsis} small />
    </MenuButton>
  );
}

interface TypeSwitchProps {
  readonly question: Question;
  readonly answered: boolean;
}

/** Documents and passages together or apart, each with its number: counted once the hits are there and typing pauses. */
function TypeSwitch({ question, answered }: TypeSwitchProps) {
  const settled = useSettled(question, typingPauseMs);
  const asked = settled ?? question;
  const when = { enabled: answered && settled === question };
  const documents = useArchive('search', countInput(asked, 'documents'), when).data?.total;
  const passages = useArchive('search', countInput(asked, 'passages'), when).data?.total;
  return <TypeChoice only={question.only} documents={documents} passages={passages} />;
}

interface TypeChoiceProps extends Pick<Question, 'only'> {
  readonly documents: number | undefined;
  readonly passages: number | undefined;
}

const TypeChoice = memo(function TypeChoice({ only, documents, passages }: TypeChoiceProps) {
  const { t } = useTranslation();
  const counts = {
    all: documents === undefined || passages === undefined ? undefined : documents + passages,
    documents,
    passages,
  };
  return (
    <RadioGroup
      className="type-switch"
      orientation="horizontal"
      aria-label={t('search.types')}
      value={only}
      onChange={(id) => useSearch.setState({ only: hitTypes.find((one) => one === id) ?? 'all' })}
    >
      {hitTypes.map((id) => (
        <Radio key={id} value={id} className="type-switch__one">
          {t(`search.only.${id}`)}
          <small>{counts[id] === undefined ? '' : t('search.number', { count: counts[id] })}</small>
        </Radio>
      ))}
    </RadioGroup>
  );
});
