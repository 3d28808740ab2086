/** The native menu, derived from menu-table.ts in the language of the moment. */
import type { MenuCommand } from '@shared/contract/shell';
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type MenuEntry, menuTable } from './menu-table';
import type { Language } from './settings';

/** Builds and shows the application menu; `send` gets the chosen command. */
export function showMenu(language: Language, send: (command: MenuCommand) => void): void {
  const columns = menuTable.map(
    (column): MenuItemConstructorOptions => ({
      id: column.id,
      label: label(column.label[language]),
      submenu: column.entries.filter(isHere).map((entry) => item(entry, language, send)),
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

function item(entry: MenuEntry, language: Language, send: (command: MenuCommand) => void): MenuItemConstructorOptions {
  if (entry.type === 'line') return { type: 'separator' };
  if (entry.type === 'role') return { role: entry.role, label: entry.label[language] };
  return {
    id: entry.command,
    label: entry.label[language],
    ...(entry.keys === undefined ? {} : { accelerator: entry.keys }),
    click: () => send(entry.command),
  };
}
