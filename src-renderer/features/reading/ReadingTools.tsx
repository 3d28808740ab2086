/** The quiet row above the text: which keys work, what is listed, how it is set, its versions, editing. */
import { HitSteps } from '@renderer/features/document/HitSteps';
import type { HitSteps as Steps } from '@renderer/features/document/use-hit-steps';
import { useTranslation } from '@renderer/i18n/words';
import { Button, IconButton } from '@renderer/ui/Button';
import { keysFor } from '@renderer/ui/command-keys';
import { Disclosure } from '@renderer/ui/Disclosure';
import { useDocumentActs } from '@renderer/ui/document-acts';
import { ReadingLookFields } from '@renderer/ui/ReadingLookFields';
import type { DocumentUid } from '@shared/model/ids';
import { CaseSensitive, History, ListTree, Lock, PanelBottom, PencilLine, TriangleAlert, X } from 'lucide-react';
import { Trans } from 'react-i18next';
import type { RailState } from './rail/use-rail';

interface ReadingToolsProps {
  readonly uid: DocumentUid;
  readonly editing: boolean;
  readonly onToggleEditing: () => void;
  readonly marginShown: boolean;
  readonly onToggleMargin: () => void;
  /** Whether the pane lists its passages, being too narrow for a margin. */
  readonly listed: boolean;
  /** How many passages there are, where that is told: listed, or filtered; else null. */
  readonly passages: number | null;
  /** How many of them the filter leaves; null when it leaves all. */
  readonly left: number | null;
  readonly onShowAll: () => void;
  readonly orphans: number;
  readonly rail: RailState;
  readonly steps: Steps;
  readonly onClearHits: () => void;
}

/** Buttons have names; the keys are only a reminder. */
export function ReadingTools(props: ReadingToolsProps) {
  const { uid, editing, marginShown, listed, passages, left, onShowAll, orphans, rail, steps, onClearHits } = props;
  const { t } = useTranslation();
  const { showHistory } = useDocumentActs();
  return (
    <div className="reading-tools" role="toolbar" aria-label={t('reading.documentTools')}>
      <span className="reading-tools__keys" aria-hidden>
        {!editing && <Trans i18nKey="reading.keysHint" components={{ k: <kbd />, h: <span /> }} />}
      </span>
      <span role="status" className="visually-hidden">
        {t(editing ? 'reading.editingOn' : 'reading.editingOff')}
      </span>
      <HitSteps steps={steps} onClear={onClearHits} />
      {left !== null && (
        <span className="chip">
          {t('reading.filterLeavesShort', { left, count: passages ?? 0 })}
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
      {listed && (
        <Button look="quiet" onPress={props.onToggleMargin} aria-expanded={marginShown}>
          <PanelBottom size={14} aria-hidden />
          {t('reading.passages_count', { count: passages ?? 0 })}
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
          onPress={() => showHistory(uid)}
        />
        <Disclosure label={t('reading.look')} icon={CaseSensitive}>
          <ReadingLookFields />
        </Disclosure>
      </span>
      <Button
        look={editing ? 'primary' : 'quiet'}
        onPress={props.onToggleEditing}
        aria-pressed={editing}
        aria-label={editing ? t('reading.stopEditing') : t('reading.editText')}
      >
        {editing ? <Lock size={14} aria-hidden /> : <PencilLine size={14} aria-hidden />}
        <span className={editing ? undefined : 'reading-tools__edit'}>
          {editing ? t('reading.stopEditing') : t('reading.editText')}
        </span>
      </Button>
    </div>
  );
}
