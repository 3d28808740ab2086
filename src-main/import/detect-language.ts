/** The language of a text, told by its letters. The detector (50 MB) is loaded at first use. */

/** Fewer letters than this say nothing: bare names are guessed wrong with confidence. */
const fewestLetters = 20;
/** Code units looked at; more change nothing. */
const sampleLength = 1500;
/** Words that are a fifth of any English text, and together of no other. */
const englishWords = new Set(['the', 'of', 'and', 'to', 'in', 'is', 'that', 'was', 'for', 'with', 'by', 'on', 'it']);
const englishShare = 0.12;
const wordsCounted = 200;

/** Whether a text reads like English at first glance; spares the detector for what says that it is. */
function isPlainlyEnglish(text: string): boolean {
  const words = text
    .slice(0, sampleLength)
    .toLowerCase()
    .split(/[^\p{L}]+/u, wordsCounted);
  return (
    words.length === wordsCounted && words.filter((word) => englishWords.has(word)).length > wordsCounted * englishShare
  );
}

/** BCP 47 primary language ("fr", "ko"), or empty when the text is too short or unclear. */
export async function detectLanguage(text: string): Promise<string> {
  const sample = text.slice(0, sampleLength).toWellFormed();
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < fewestLetters) return '';
  const { eld } = await import('eld/small');
  return eld.detect(sample).language;
}

/**
 * The primary language of a declared tag ("fr-FR", "zh_Hant" → "fr", "zh"), or
 * empty when it is no language tag.
 */
export function primaryLanguage(tag: string): string {
  const primary = /^([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*$/i.exec(tag.trim())?.[1]?.toLowerCase() ?? '';
  return ['und', 'mul', 'zxx', 'mis'].includes(primary) ? '' : primary;
}

/**
 * The declared language unless the text plainly says otherwise: site templates say
 * "en" by default over text in any language, so only that one is doubted.
 */
export async function languageOf(declared: string, text: string): Promise<string> {
  const language = primaryLanguage(declared);
  if (language !== '' && language !== 'en') return language;
  if (language === 'en' && (text.length < 200 || isPlainlyEnglish(text))) return language;
  const detected = await detectLanguage(text);
  return detected || language;
}
