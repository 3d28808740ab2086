/** What the sheet of keys shows: the commands' keys, the list's and the reading room's. */

import type { ShortcutLine } from '@renderer/features/settings/ShortcutsDialog';
import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { keyLabel, onMac } from '@renderer/ui/key-label';
import { kinds } from '@shared/kinds/kinds';
import type { TFunction } from 'i18next';
import { type CommandGroup, commands } from './commands';

const groupOrder: readonly CommandGroup[] = ['document', 'library', 'archive', 'view'];
const listKeys = [
  ['move', ['ArrowUp', 'ArrowDown']],
  ['open', ['Enter']],
  ['extend', ['Shift+ArrowDown']],
  ['selectAll', ['$mod+a']],
  ['rename', ['F2']],
  ['bin', ['Delete']],
  ['menu', ['Shift+F10']],
] as const;

const readingKeys = [
  ['sentence', ['n', 'p']],
  ['sentenceArrows', ['Alt+ArrowDown', 'Alt+ArrowUp']],
  ['extendSentence', ['Shift+n', 'Shift+p']],
  ['extendWord', ['$mod+Shift+ArrowLeft', '$mod+Shift+ArrowRight']],
  ['comment', ['c']],
  ['copy', ['y']],
  ['copyAs', ['Shift+y']],
  ['quote', ['q']],
  ['occurrences', ['m']],
  ['passage', ['[', ']']],
  ['openCard', ['Enter']],
  ['linkPassage', ['l']],
  ['verdict', ['e']],
  ['date', ['d']],
  ['deletePassage', ['Delete']],
  ['leave', ['Escape']],
] as const;
const noteKeys = [
  ['bold', ['$mod+b']],
  ['italic', ['$mod+i']],
  ['link', ['$mod+Shift+k']],
  ['insertPassage', ['$mod+Shift+q']],
  ['mention', ['[[']],
  ['editQuotation', ['F2']],
  ['follow', ['$mod+Enter']],
] as const;

/** In words, for the dialog. */
export function shortcutGroups(
  t: TFunction,
): readonly { readonly id: string; readonly label: string; readonly lines: readonly ShortcutLine[] }[] {
  const shown = (binding: string) => keyLabel(binding, currentLanguage(), onMac());
  const ofCommands = groupOrder.map((group) => ({
    id: group,
    label: t(`settings.groups.${group}`),
    lines: commands.flatMap(({ id, group: its, keys: [key] }) =>
      its === group && key !== undefined ? [{ id, label: t(`settings.commands.${id}`), keys: shown(key) }] : [],
    ),
  }));
  const list = {
    id: 'list',
    label: t('settings.groups.list'),
    lines: listKeys.map(([id, keys]) => ({ id, label: t(`settings.keys.${id}`), keys: keys.map(shown).join(' ') })),
  };
  const marking = kinds.map((kind) => ({
    id: kind.id,
    label: t('settings.keys.tag', { kind: inWords(kind.label) }),
    keys: kind.shortcut,
  }));
  const reading = readingKeys.map(([id, keys]) => ({
    id,
    label: t(`settings.keys.${id}`),
    keys: keys.map(shown).join(' '),
  }));
  const text = { id: 'text', label: t('settings.groups.text'), lines: [...marking, ...reading] };
  const note = {
    id: 'note',
    label: t('settings.groups.note'),
    lines: noteKeys.map(([id, keys]) => ({ id, label: t(`settings.keys.${id}`), keys: keys.map(shown).join(' ') })),
  };
  return [text, note, list, ...ofCommands];
}
