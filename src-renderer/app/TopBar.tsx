/** The bar at the top: brand, search, what can be begun, and whether all is saved. */

import { SearchBox, type SearchBoxHandle } from '@renderer/features/search/SearchBox';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { keyLabel, onMac } from '@renderer/ui/key-label';
import { MenuButton, type MenuEntry } from '@renderer/ui/Menu';
import { useSaveState } from '@renderer/ui/save-state';
import type { LucideIcon } from 'lucide-react';
import {
  ArchiveRestore,
  Check,
  ClipboardPaste,
  Download,
  FileDown,
  Files,
  FolderInput,
  FolderOpen,
  FolderSync,
  Keyboard,
  LoaderCircle,
  Lock,
  Menu,
  NotebookPen,
  PanelLeft,
  Settings,
  ShieldCheck,
  SquareTerminal,
  TriangleAlert,
} from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { type CommandId, commands, runCommand } from './commands';
import { runSearch, searchFor, useRoute } from './route';

interface TopBarProps {
  readonly searchBox: Ref<SearchBoxHandle>;
  readonly onDown: () => void;
  readonly onEnter: () => void;
}

/** A command's first key as this person reads it; empty when it has none. */
export function keysOf(id: CommandId): string {
  const key = commands.find((command) => command.id === id)?.keys[0];
  return key === undefined ? '' : keyLabel(key, currentLanguage(), onMac());
}

/** A command's first key, for buttons that only know its name. */
export function keysOfNamed(name: string): string {
  const command = commands.find(({ id }) => id === name);
  return command === undefined ? '' : keysOf(command.id);
}

/** The box alone follows what is typed into it. */
function RoutedSearchBox({ searchBox, onDown, onEnter }: TopBarProps) {
  const query = useRoute((route) => route.query);
  return (
    <SearchBox ref={searchBox} query={query} onQuery={searchFor} onRun={runSearch} onDown={onDown} onEnter={onEnter} />
  );
}

/** Search keeps its place in the middle at any width. */
export function TopBar({ searchBox, onDown, onEnter }: TopBarProps) {
  const { t } = useTranslation();
  const entry = (id: CommandId, icon: LucideIcon): MenuEntry => {
    const keys = keysOf(id);
    return {
      id,
      label: t(`settings.commands.${id}`),
      icon,
      run: () => runCommand(id),
      ...(keys === '' ? {} : { keys }),
    };
  };
  const importEntries = [
    entry('import-files', Files),
    entry('import-folder', FolderInput),
    entry('watched-folder', FolderSync),
    entry('paste-article', ClipboardPaste),
  ];
  const menuEntries: readonly MenuEntry[] = [
    entry('export', FileDown),
    entry('backups', ArchiveRestore),
    entry('verify', ShieldCheck),
    entry('recent-archives', FolderOpen),
    'separator',
    entry('settings', Settings),
    entry('privacy', Lock),
    entry('shortcuts', Keyboard),
    entry('command-palette', SquareTerminal),
  ];
  return (
    <header className="top-bar">
      <IconButton
        label={t('settings.commands.show-library')}
        keys={keysOf('show-library')}
        icon={PanelLeft}
        onPress={() => runCommand('show-library')}
      />
      <h1 className="brand">
        P<span>o</span>stil
      </h1>
      <RoutedSearchBox searchBox={searchBox} onDown={onDown} onEnter={onEnter} />
      <div className="top-bar__end">
        <SaveMark />
        <IconButton
          label={t('common.newNote')}
          keys={keysOf('new-note')}
          icon={NotebookPen}
          onPress={() => runCommand('new-note')}
        />
        <MenuButton label={t('importing.menu')} entries={importEntries}>
          <AriaButton className="button button--quiet">
            <Download size={16} aria-hidden />
            {t('importing.menu')}
          </AriaButton>
        </MenuButton>
        <MenuButton label={t('common.menu')} entries={menuEntries}>
          <IconButton label={t('common.menu')} icon={Menu} />
        </MenuButton>
      </div>
    </header>
  );
}

function SaveMark() {
  const { t } = useTranslation();
  const { state } = useSaveState();
  const failed = typeof state === 'object';
  const words = failed
    ? t('common.notSavedBecause', { message: state.failed })
    : t(state === 'saved' ? 'common.saved' : 'common.saving');
  return (
    <p
      className={failed ? 'save-mark save-mark--failed' : 'save-mark'}
      role={failed ? 'alert' : 'status'}
      // Read out at every pause it would talk over the writing; what could not be saved is said.
      aria-live={failed ? 'assertive' : 'off'}
      title={words}
    >
      {failed ? (
        <TriangleAlert size={14} aria-hidden />
      ) : state === 'saved' ? (
        <Check size={14} aria-hidden />
      ) : (
        <LoaderCircle size={14} aria-hidden />
      )}
      <span>{words}</span>
    </p>
  );
}
