/** What can be done to the cards chosen: label, kind, copy, delete; each is one step back. */
import { useArchive } from '@renderer/client/queries';
import { showFailure } from '@renderer/features/document/saved-session';
import { inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { MenuButton } from '@renderer/ui/Menu';
import { showToast } from '@renderer/ui/toasts';
import { kinds } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import { Copy, ListChecks, Shapes, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { AnnotationActions } from '../annotation-actions';
import { copyEntries } from '../copy-as';
import { addingLabel, type Change, changeAll, changingKind } from './bulk-acts';
import { CompletionField } from './CompletionField';
import { labelOf } from './label-draft';
import type { CardDesk } from './use-card-desk';

interface BulkBarProps {
  readonly chosen: readonly Annotation[];
  readonly actions: AnnotationActions;
  readonly cards: CardDesk;
}

const offered = 6;

/** Stays at the top of the margin while cards are chosen; Escape lets go of them. */
export function BulkBar({ chosen, actions, cards }: BulkBarProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { data: known = [] } = useArchive('listLabels', { startsWith: typed.trim(), limit: offered });
  const change = (changes: readonly Change[]): void => {
    const undo = { label: t('common.undo'), run: () => void actions.undo().catch(showFailure) };
    changeAll(actions, changes).then(
      () => showToast({ text: t('cards.changedAll', { count: changes.length }), action: undo }),
      showFailure,
    );
  };
  const addLabel = (text: string): void => {
    const label = labelOf(text);
    setTyped('');
    if (label !== '') change(addingLabel(chosen, label));
  };
  const kindEntries = kinds.map(({ id, sign, label }) => ({
    id,
    label: `${sign} ${inWords(label)}`,
    run: () => change(changingKind(chosen, id)),
  }));
  return (
    <div
      className="bulk-bar"
      role="toolbar"
      aria-label={t('cards.bulk')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        cards.chooseNone();
      }}
    >
      <div className="bulk-bar__line">
        <strong role="status">{t('cards.chosen', { count: chosen.length })}</strong>
        <IconButton small icon={ListChecks} label={t('cards.chooseAll')} keys="Ctrl A" onPress={cards.chooseAll} />
        <MenuButton label={t('cards.changeKinds')} entries={kindEntries}>
          <AriaButton className="icon-button icon-button--small" aria-label={t('cards.changeKinds')}>
            <Shapes size={14} aria-hidden />
          </AriaButton>
        </MenuButton>
        <MenuButton label={t('cards.copyAll')} entries={copyEntries(t, (form) => cards.copy(chosen, form))}>
          <AriaButton className="icon-button icon-button--small" aria-label={t('cards.copyAll')}>
            <Copy size={14} aria-hidden />
          </AriaButton>
        </MenuButton>
        <IconButton
          small
          icon={Trash2}
          label={t('cards.deleteAll')}
          onPress={() => {
            cards.remove(chosen.map(({ uid }) => uid));
            cards.chooseNone();
          }}
        />
        <IconButton small icon={X} label={t('cards.chooseNone')} keys="Esc" onPress={cards.chooseNone} />
      </div>
      <CompletionField
        className="field__input bulk-bar__label"
        label={t('cards.addLabelToAll')}
        placeholder={t('cards.addLabelToAll')}
        value={typed}
        onChange={setTyped}
        options={typed === '' ? [] : known}
        onTake={addLabel}
      />
    </div>
  );
}
