/** The sentences of the sample articles that come with the program, by language. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFile } from '@main/import/parse-file';
import { textOf } from '@shared/text/canonical-text';
import { type Language, languages } from '../corpus';

const script: Readonly<Record<Exclude<Language, 'fr' | 'en'>, RegExp>> = { ru: /\p{sc=Cyrl}/u, ko: /\p{sc=Hang}/u };

function languageOf(text: string): Language {
  if (script.ko.test(text)) return 'ko';
  if (script.ru.test(text)) return 'ru';
  return /\ble\b/.test(text) && /\bune\b/.test(text) ? 'fr' : 'en';
}

/** @throws Error when a sample can't be read or a language has none. */
export async function sampleSentences(folder: string): Promise<ReadonlyMap<Language, readonly string[]>> {
  const found = new Map<Language, string[]>();
  for (const name of readdirSync(folder).sort()) {
    const outcome = await parseFile({ name, bytes: readFileSync(path.join(folder, name)) });
    if (!outcome.ok) throw new Error(`${name}: ${outcome.error.message}`);
    if (outcome.value.holds !== 'documents') throw new Error(`${name} is an archive, not a sample`);
    for (const { body } of outcome.value.documents) {
      const text = textOf(body);
      const language = languageOf(text);
      const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
        .map(({ segment }) => segment.trim())
        .filter((sentence) => sentence.length > 20 && !sentence.includes('\n'));
      found.set(language, [...(found.get(language) ?? []), ...sentences]);
    }
  }
  for (const language of languages) {
    if (!found.has(language)) throw new Error(`no sample article in ${language}`);
  }
  return found;
}
