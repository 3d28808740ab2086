/**
 * The message catalogue: English and French, bundled. Owns the language in use and
 * `<html lang>`; feature code asks for words with `useTranslation` (words.tsx).
 */

import type { Wording } from '@shared/kinds/kinds';
import type { ErrorCode, ErrorData } from '@shared/outcome/outcome';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index';
import { fr } from './fr/index';

/** Languages the interface has. */
export type UiLanguage = 'en' | 'fr';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** Prepares the catalogue; call once, before the first render. */
export async function startWords(language: UiLanguage): Promise<void> {
  i18next.on('languageChanged', (now) => {
    if (typeof document !== 'undefined') document.documentElement.lang = now;
  });
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: ['en', 'fr'],
    resources: { en: { translation: en }, fr: { translation: fr } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Changes the language of everything shown. */
export async function changeLanguage(language: UiLanguage): Promise<void> {
  await i18next.changeLanguage(language);
}

/** The language in use. */
export function currentLanguage(): UiLanguage {
  return i18next.language === 'fr' ? 'fr' : 'en';
}

/** A registry's wording in the language in use. */
export function inWords(wording: Wording): string {
  return wording[currentLanguage()];
}

/** An expected failure in the person's language, with the next step. */
export function errorWords(error: Pick<ErrorData, 'code'> & Partial<Pick<ErrorData, 'params'>>): string {
  const code: ErrorCode = error.code;
  return i18next.t(`errors.${code}`, { ...error.params });
}
