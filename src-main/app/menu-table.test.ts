import { menuCommands } from '@shared/contract/shell';
import { expect, test } from 'vitest';
import { menuTable } from './menu-table';

const entries = menuTable.flatMap(({ entries: own }) => own);
const commands = entries.flatMap((entry) => (entry.type === 'command' ? [entry] : []));

test('offers every command of the contract once', () => {
  expect(commands.map(({ command }) => command).sort()).toEqual([...menuCommands].sort());
});

test('gives no key to two commands', () => {
  const keys = commands.flatMap((entry) => (entry.keys === undefined ? [] : [entry.keys]));
  expect(new Set(keys).size).toBe(keys.length);
});

test('has words in both languages, and no two letters of the menu bar alike', () => {
  for (const language of ['en', 'fr'] as const) {
    for (const entry of entries) if (entry.type !== 'line') expect(entry.label[language]).not.toBe('');
    const letters = menuTable.map(({ label }) => /&(.)/.exec(label[language])?.[1]?.toLowerCase());
    expect(new Set(letters).size).toBe(menuTable.length);
  }
});
