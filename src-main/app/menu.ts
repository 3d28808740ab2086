/** The native menu, derived from menu-table.ts in the language of the moment. */
import type { MenuCommand, RecentArchive } from '@shared/contract/shell';
import { assertNever } from '@shared/outcome/outcome';
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type MenuEntry, menuTable } from './menu-table';
import type { Language } from './settings';

/** More of them are in the window's own list. */
const mostRecent = 8;

export interface MenuOptions {
  readonly language: Language;
  readonly send: (command: MenuCommand) => void;
  /** Newest first, the open one among them. */
  readonly recent: readonly RecentArchive[];
  readonly openRecent: (id: string) => void;
}

/** Builds and shows the application menu; to be called again when its language or the recent archives change. */
export function showMenu(options: MenuOptions): void {
  const columns = menuTable.map(
    (column): MenuItemConstructorOptions => ({
      id: column.id,
      label: label(column.label[options.language]),
      submenu: column.entries.filter(isHere).map((entry) => item(entry, options)),
    }),
  );
  const macColumn: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...macColumn, ...columns]));
}

const isMac = process.platform === 'darwin';

/** macOS has no letters for Alt and would show the sign. */
const label = (text: string): string => (isMac ? text.replace('&', '') : text);

function isHere(entry: MenuEntry): boolean {
  return entry.type !== 'role' || entry.on === undefined || (entry.on === 'mac') === isMac;
}

function item(entry: MenuEntry, { language, send, recent, openRecent }: MenuOptions): MenuItemConstructorOptions {
  switch (entry.type) {
    case 'line':
      return { type: 'separator' };
    case 'role':
      return { role: entry.role, label: entry.label[language] };
    case 'recent':
      return {
        id: 'recent',
        label: entry.label[language],
        submenu: recentItems(recent, openRecent, entry.none[language]),
      };
    case 'command':
      return {
        id: entry.command,
        label: entry.label[language],
        ...(entry.keys === undefined ? {} : { accelerator: entry.keys }),
        click: () => send(entry.command),
      };
    default:
      return assertNever(entry);
  }
}

function recentItems(
  recent: readonly RecentArchive[],
  open: (id: string) => void,
  none: string,
): MenuItemConstructorOptions[] {
  const others = recent.filter(({ isCurrent }) => !isCurrent).slice(0, mostRecent);
  if (others.length === 0) return [{ label: none, enabled: false }];
  return others.map(({ id, name, folder }) => ({
    // `&` would be taken for the sign before a letter.
    label: `${name} — ${folder}`.replaceAll('&', '&&'),
    click: () => open(id),
  }));
}
