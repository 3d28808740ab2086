/** The list under the search box: completions with what they mean, or where to begin. */

import { languageName } from '@renderer/i18n/dates';
import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { showToast } from '@renderer/ui/toasts';
import { findKind, isKindId } from '@shared/kinds/kinds';
import { numberFormat } from '@shared/text/intl-formats';
import { Bookmark, Clock, CornerDownRight } from 'lucide-react';
import { isQueryField } from './query-edits';
import { forgetSearches, keepSearches, useRecent } from './recent-searches';
import type { BoxOption, BoxState } from './use-box-options';

const groups = ['completions', 'recent', 'saved', 'examples'] as const satisfies readonly BoxOption['group'][];

/** The focus stays in the box. */
export function BoxOptions({ id, box }: { readonly id: string; readonly box: BoxState }) {
  const { t } = useTranslation();
  const indexed = box.options.map((option, index) => ({ option, index }));
  return (
    <div className={box.shown === 'start' ? 'box-options box-options--start' : 'box-options'}>
      <div id={id} role="listbox" aria-label={t(box.shown === 'start' ? 'search.begin' : 'search.completions')}>
        {groups.map((group) => {
          const lines = indexed.filter(({ option }) => option.group === group);
          if (lines.length === 0) return null;
          return (
            <div key={group} role="group" aria-label={t(`search.groups.${group}`)} className="box-options__group">
              {group !== 'completions' && <p aria-hidden>{t(`search.groups.${group}`)}</p>}
              {lines.map(({ option, index }) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keys
                // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here
                <div
                  key={`${group}-${index}`}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === box.active}
                  className={index === box.active ? 'box-option box-option--on' : 'box-option'}
                  onMouseMove={() => box.point(index)}
                  // The box keeps the focus.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => box.take(index)}
                >
                  <OptionLine option={option} field={box.field} />
                </div>
              ))}
            </div>
          );
        })}
      </div>
      <BoxFoot box={box} />
    </div>
  );
}

function OptionLine({ option, field }: { readonly option: BoxOption; readonly field: BoxState['field'] }) {
  const { t } = useTranslation();
  switch (option.group) {
    case 'completions': {
      const { label, count } = option.completion;
      const name = label.endsWith(':') ? label.slice(0, -1) : '';
      return (
        <>
          <code>{label}</code>
          <span className="box-option__what">
            {isQueryField(name) ? t(`search.fields.${name}`) : valueWords(field, label)}
          </span>
          {count !== undefined && <small>{numberFormat(currentLanguage()).format(count)}</small>}
        </>
      );
    }
    case 'recent':
      return (
        <>
          <Clock size={13} aria-hidden />
          <code>{option.query}</code>
        </>
      );
    case 'saved':
      return (
        <>
          <Bookmark size={13} aria-hidden />
          <span>{option.saved.name}</span>
          <span className="box-option__what">
            <code>{option.saved.query}</code>
          </span>
          <small>{numberFormat(currentLanguage()).format(option.saved.count)}</small>
        </>
      );
    case 'examples':
      return (
        <>
          <CornerDownRight size={13} aria-hidden />
          <code>{option.query}</code>
          <span className="box-option__what">{t(`search.examples.${option.id}`)}</span>
        </>
      );
  }
}

/** What a value stands for, where it is not its own name. */
function valueWords(field: BoxState['field'], value: string): string {
  if (field === 'lang') return languageName(value, currentLanguage());
  const kind = field === 'in' && isKindId(value) ? findKind(value) : undefined;
  return kind === undefined ? '' : inWords(kind.plural);
}

/** How the keys take an option; for the start, what is kept of searches. */
function BoxFoot({ box }: { readonly box: BoxState }) {
  const { t } = useTranslation();
  const { kept } = useRecent();
  if (box.shown === 'completions')
    return (
      <p className="box-options__foot" aria-hidden>
        <kbd>↑</kbd> <kbd>↓</kbd> {t('search.keys.choose')} <kbd>Tab</kbd> {t('search.keys.take')}
      </p>
    );
  const { archive } = box;
  const clear = () => {
    if (archive === undefined) return;
    const undo = forgetSearches(archive);
    showToast({ text: t('search.recentCleared'), action: { label: t('common.undo'), run: undo } });
  };
  return (
    <div className="box-options__foot">
      {box.options.some(({ group }) => group === 'recent') && (
        <Button look="quiet" onPress={clear}>
          {t('search.clearRecent')}
        </Button>
      )}
      <label>
        <input type="checkbox" checked={kept} onChange={(event) => keepSearches(event.target.checked)} />
        {t('search.keepRecent')}
      </label>
    </div>
  );
}
