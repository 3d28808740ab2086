/** The language of a text, told by its letters. The detector (50 MB) is loaded at first use. */

/** Fewer letters than this say nothing: bare names are guessed wrong with confidence. */
const fewestLetters = 20;
/** Code units looked at; more change nothing. */
const sampleLength = 1500;
/** Words that are a sixth of any English text, and hardly stand in others (*in*, *is* and *was* are Dutch as well). */
const englishWords = new Set(['the', 'of', 'and', 'to', 'that', 'for', 'with', 'by', 'from']);
const englishShare = 0.1;
const wordsCounted = 200;
/** Fewer words than this say nothing of their share. */
const fewestWords = 60;

/** Whether a text reads like English at first glance; spares the detector for what says that it is. */
function isPlainlyEnglish(text: string): boolean {
  const words = text
    .slice(0, sampleLength)
    .toLowerCase()
    .split(/[^\p{L}]+/u, wordsCounted);
  const english = words.reduce((count, word) => count + Number(englishWords.has(word)), 0);
  return words.length >= fewestWords && english > words.length * englishShare;
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
