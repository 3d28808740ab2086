/** The person's settings: kept in the profile, checked on every reading. Knows no window. */
import { languages, type Settings, themes } from '@shared/contract/shell';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file';

/** What a window may save: exactly these fields. */
export const settingsSchema: z.ZodType<Settings> = z.strictObject({
  theme: z.enum(themes),
  language: z.enum(languages),
  backUpFirst: z.boolean(),
});

export const defaultSettings: Settings = { theme: 'system', language: 'system', backUpFirst: true };

/** What stands in the file may be of another version: each field is taken by itself, or its default. */
const storedSchema: z.ZodType<Settings> = z.object({
  theme: z.enum(themes).catch(defaultSettings.theme),
  language: z.enum(languages).catch(defaultSettings.language),
  backUpFirst: z.boolean().catch(defaultSettings.backUpFirst),
});

export interface SettingsStore {
  readonly get: () => Settings;
  /** @throws the system's error when the profile can't be written; the settings hold for this session all the same. */
  readonly set: (settings: Settings) => void;
  /** Hears of each change; returns the function that stops it. */
  readonly onChange: (listener: (settings: Settings) => void) => () => void;
}

/** Settings kept in a file. */
export function createSettingsStore(path: string): SettingsStore {
  let settings = readJsonFile(path, storedSchema) ?? defaultSettings;
  const listeners = new Set<(settings: Settings) => void>();
  return {
    get: () => settings,
    set: (next) => {
      settings = next;
      for (const listener of [...listeners]) listener(next);
      writeJsonFile(path, next);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type Language = 'en' | 'fr';

/** Resolves a choice to a language the interface has; `systemTags` are BCP 47, best first. */
export function resolveLanguage(choice: Settings['language'], systemTags: readonly string[]): Language {
  if (choice !== 'system') return choice;
  // The first language the person knows that we know too; English when there is none.
  for (const tag of systemTags) {
    const language = tag.toLowerCase().split(/[-_]/)[0];
    if (language === 'fr' || language === 'en') return language;
  }
  return 'en';
}
