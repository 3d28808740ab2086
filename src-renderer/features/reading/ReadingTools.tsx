/** The quiet row above the text: which keys work, what is listed, how it is set, its versions, editing. */
import { HitSteps } from '@renderer/features/document/HitSteps';
import type { HitSteps as Steps } from '@renderer/features/document/use-hit-steps';
import { Button, IconButton } from '@renderer/ui/Button';
import { keysFor } from '@renderer/ui/command-keys';
import { Disclosure } from '@renderer/ui/Disclosure';
import { useDocumentActs } from '@renderer/ui/document-acts';
import { ReadingLookFields } from '@renderer/ui/ReadingLookFields';
import type { Document } from '@shared/model/document';
import { CaseSensitive, History, ListTree, Lock, PanelBottom, PencilLine, TriangleAlert, X } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { SortedAnnotations } from './placed-annotations';
import type { RailState } from './rail/use-rail';
import type { Desk } from './use-desk';

interface ReadingToolsProps {
  readonly document: Document;
  readonly desk: Desk;
  readonly rail: RailState;
  readonly sorted: SortedAnnotations;
  /** How many passages the filter leaves. */
  readonly shown: number;
  readonly onShowAll: () => void;
  readonly steps: Steps;
  readonly onClearHits: () => void;
}

/** Buttons have names; the keys are only a reminder. */
export function ReadingTools(props: ReadingToolsProps) {
  const { document, desk, rail, sorted, shown, onShowAll, steps, onClearHits } = props;
  const { t } = useTranslation();
  const { showHistory } = useDocumentActs();
  const [placed, orphans] = [sorted.placed.length, sorted.orphans.length];
  return (
    <div className="reading-tools" role="toolbar" aria-label={t('reading.documentTools')}>
      <span className="reading-tools__keys" aria-hidden>
        {!desk.editing && <Trans i18nKey="reading.keysHint" components={{ k: <kbd />, h: <span /> }} />}
      </span>
      <span role="status" className="visually-hidden">
        {t(desk.editing ? 'reading.editingOn' : 'reading.editingOff')}
      </span>
      <HitSteps steps={steps} onClear={onClearHits} />
      {shown < placed && (
        <span className="chip">
          {t('reading.filterLeavesShort', { left: shown, count: placed })}
          <IconButton label={t('reading.filterNone')} icon={X} onPress={onShowAll} small />
        </span>
      )}
      {orphans > 0 && (
        <Button
          look="quiet"
          onPress={() => rail.show('orphans')}
          aria-label={t('reading.orphansCount', { count: orphans })}
        >
          <TriangleAlert size={14} aria-hidden />
          {orphans}
        </Button>
      )}
      {desk.listed && (
        <Button look="quiet" onPress={desk.toggleMargin} aria-expanded={desk.marginShown}>
          <PanelBottom size={14} aria-hidden />
          {t('reading.passages_count', { count: placed })}
        </Button>
      )}
      <span className="reading-tools__signs">
        <IconButton
          label={t('reading.openRail')}
          {...keysFor('passage-list')}
          icon={ListTree}
          aria-expanded={rail.tab !== null}
          onPress={rail.toggle}
        />
        <IconButton
          label={t('reading.history')}
          {...keysFor('history')}
          icon={History}
          onPress={() => showHistory(document.uid)}
        />
        <Disclosure label={t('reading.look')} icon={CaseSensitive}>
          <ReadingLookFields />
        </Disclosure>
      </span>
      <Button
        look={desk.editing ? 'primary' : 'quiet'}
        onPress={desk.toggleEditing}
        aria-pressed={desk.editing}
        aria-label={desk.editing ? t('reading.stopEditing') : t('reading.editText')}
      >
        {desk.editing ? <Lock size={14} aria-hidden /> : <PencilLine size={14} aria-hidden />}
        <span className={desk.editing ? undefined : 'reading-tools__edit'}>
          {desk.editing ? t('reading.stopEditing') : t('reading.editText')}
        </span>
      </Button>
    </div>
  );
}
