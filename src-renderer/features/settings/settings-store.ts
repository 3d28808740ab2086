/** The person's settings: read at the start, applied at once, kept by the shell. */

import { shell } from '@renderer/client/client';
import { changeLanguage, type UiLanguage } from '@renderer/i18n/i18n';
import { applyTheme } from '@renderer/ui/theme';
import type { Settings } from '@shared/contract/shell';
import { create } from 'zustand';

/** The settings in use. */
export const useSettings = create<{ readonly settings: Settings }>(() => ({
  settings: { theme: 'system', language: 'system', backUpFirst: true },
}));

async function languageOf(settings: Settings): Promise<UiLanguage> {
  return settings.language === 'system' ? await shell().systemLanguage() : settings.language;
}

/** Reads the settings and applies the theme; gives the language to start with. */
export async function readSettings(): Promise<UiLanguage> {
  const settings = await shell().settings();
  useSettings.setState({ settings });
  applyTheme(settings.theme);
  return languageOf(settings);
}

/** Applies and keeps a change. */
export async function changeSettings(patch: Partial<Settings>): Promise<void> {
  const settings = { ...useSettings.getState().settings, ...patch };
  useSettings.setState({ settings });
  applyTheme(settings.theme);
  await changeLanguage(await languageOf(settings));
  await shell().saveSettings(settings);
}
