import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSettingsStore, defaultSettings, resolveLanguage, settingsSchema } from './settings';

const file = (text?: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'postil-settings-')), 'settings.json');
  if (text !== undefined) writeFileSync(path, text);
  return path;
};

test('keeps what was chosen for the next start, and leaves no part file', () => {
  const path = file();
  createSettingsStore(path).set({ theme: 'dark', language: 'fr', backUpFirst: false });
  expect(createSettingsStore(path).get()).toEqual({ theme: 'dark', language: 'fr', backUpFirst: false });
  expect(readdirSync(join(path, '..'))).toEqual(['settings.json']);
});

test('starts with the defaults when the file is missing, broken, huge or not settings', () => {
  for (const text of [undefined, '', '{', '[]', 'null', '"dark"', ' '.repeat(70_000)]) {
    expect(createSettingsStore(file(text)).get()).toEqual(defaultSettings);
  }
});

test('keeps the fields it understands of a file of another version', () => {
  expect(createSettingsStore(file('{"theme":"dark","language":"ko","zoom":2}')).get()).toEqual({
    theme: 'dark',
    language: 'system',
    backUpFirst: true,
  });
});

test('takes from a window exactly the settings there are', () => {
  expect(settingsSchema.safeParse({ theme: 'dark', language: 'en', backUpFirst: true }).success).toBe(true);
  const whole = { theme: 'dark', language: 'en', backUpFirst: true };
  for (const input of [
    { theme: 'dark' },
    { ...whole, x: 1 },
    { ...whole, theme: 'pink' },
    { ...whole, backUpFirst: 1 },
  ])
    expect(settingsSchema.safeParse(input).success).toBe(false);
});

test('tells its listeners until they stop listening, and before anything is on disk', () => {
  const path = file();
  const store = createSettingsStore(path);
  const heard: string[] = [];
  const stop = store.onChange(({ theme }) => heard.push(`${theme} ${String(readdirSync(join(path, '..')).length)}`));
  store.set({ theme: 'dark', language: 'en', backUpFirst: true });
  stop();
  store.set({ theme: 'light', language: 'en', backUpFirst: true });
  expect(heard).toEqual(['dark 0']);
  expect(readFileSync(path, 'utf8')).toContain('light');
});

test('finds the first language of the system the interface has', () => {
  expect(resolveLanguage('system', ['ko-KR', 'fr-CA', 'en-US'])).toBe('fr');
  expect(resolveLanguage('system', ['fr_FR.UTF-8'])).toBe('fr');
  expect(resolveLanguage('system', ['ru', 'fro'])).toBe('en');
  expect(resolveLanguage('en', ['fr'])).toBe('en');
});
