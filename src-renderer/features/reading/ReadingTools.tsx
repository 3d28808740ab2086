/** The quiet row above the text: edit, passages of a narrow pane, hits, which keys work. */
import { Button, IconButton } from '@renderer/ui/Button';
import { Lock, PanelBottom, PencilLine, X } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { Desk } from './use-desk';

interface ReadingToolsProps {
  readonly desk: Desk;
  readonly placedCount: number;
  readonly hits: number;
  readonly onClearHits: () => void;
}

/** Buttons have names; the keys are only a reminder. */
export function ReadingTools({ desk, placedCount, hits, onClearHits }: ReadingToolsProps) {
  const { t } = useTranslation();
  return (
    <div className="reading-tools" role="toolbar" aria-label={t('reading.documentTools')}>
      <span className="reading-tools__keys" aria-hidden>
        {!desk.editing && <Trans i18nKey="reading.keysHint" components={{ k: <kbd />, h: <span /> }} />}
      </span>
      <span role="status" className="visually-hidden">
        {t(desk.editing ? 'reading.editingOn' : 'reading.editingOff')}
      </span>
      {hits > 0 && (
        <span className="chip reading-tools__hits">
          {t('reading.hits', { count: hits })}
          <IconButton label={t('reading.clearHits')} icon={X} onPress={onClearHits} small />
        </span>
      )}
      {desk.listed && (
        <Button look="quiet" onPress={desk.toggleMargin} aria-expanded={desk.marginShown}>
          <PanelBottom size={14} aria-hidden />
          {t('reading.passages_count', { count: placedCount })}
        </Button>
      )}
      <Button look={desk.editing ? 'primary' : 'quiet'} onPress={desk.toggleEditing} aria-pressed={desk.editing}>
        {desk.editing ? <Lock size={14} aria-hidden /> : <PencilLine size={14} aria-hidden />}
        {desk.editing ? t('reading.stopEditing') : t('reading.editText')}
      </Button>
    </div>
  );
}
