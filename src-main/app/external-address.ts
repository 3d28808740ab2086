/** Which addresses may leave the app, and how they are written. Pure. */

/** Longer than this no browser takes, and no person reads. */
const maxLength = 8_192;
const outwardSchemes: readonly string[] = ['http:', 'https:', 'mailto:'];

/**
 * The address as it may be shown and opened: parsed and written anew, so that what is
 * shown is what is opened. Null for anything that is not http, https or mailto.
 */
export function outwardAddress(text: string): string | null {
  if (text.length > maxLength || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (!outwardSchemes.includes(url.protocol)) return null;
  // A name before the host is an old trick: http://bank.example@evil.example.
  if (url.protocol !== 'mailto:' && (url.username !== '' || url.password !== '')) return null;
  return url.href;
}
