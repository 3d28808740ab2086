import { en } from '@renderer/i18n/en/index';
import { fr } from '@renderer/i18n/fr/index';
import { menuCommands } from '@shared/contract/shell';
import { describe, expect, it } from 'vitest';
import { commands } from './commands';

describe('the commands', () => {
  it('are each declared once', () => {
    const ids = commands.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('never share a key', () => {
    const keys = commands.flatMap((command) => command.keys.map((key) => key.toLowerCase()));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('hold every command of the native menu', () => {
    const ids = new Set<string>(commands.map(({ id }) => id));
    expect(menuCommands.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('have words in both languages, and no words without a command', () => {
    const ids = commands.map(({ id }) => id).sort();
    expect(Object.keys(en.settings.commands).sort()).toEqual(ids);
    expect(Object.keys(fr.settings.commands).sort()).toEqual(ids);
  });
});
