/**
 * XML and XHTML as text, put together so that nothing in a title or a passage can break
 * out: strings are escaped, only {@link Markup} stands as it is. Written so that a browser
 * reads it as HTML too: no element is closed in itself but those HTML has empty.
 */

/** Text that is markup already. Made by the functions below only. */
export class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

/** What may stand inside an element; false, null and undefined stand for nothing. */
export type Content = Markup | string | number | false | null | undefined | readonly Content[];
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

// Neither XML 1.0 nor a reader of it takes these: controls, half pairs, the two non-characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const illegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A string without what XML can't hold. */
export const legal = (text: string): string => text.toWellFormed().replace(illegal, '');

/** Text as it stands between tags or in an attribute's quotes. */
export const escapeMarkup = (text: string): string => legal(text).replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

function contentText(content: Content): string {
  if (content === false || content === null || content === undefined) return '';
  if (content instanceof Markup) return content.toString();
  if (typeof content === 'string') return escapeMarkup(content);
  if (typeof content === 'number') return String(content);
  return content.map(contentText).join('');
}

/** Attribute values are on one line: a raw line break would be read as a blank. */
function attributesText(attributes: Attributes): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    const shown = value === true ? name : String(value);
    text += ` ${name}="${escapeMarkup(shown).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;')}"`;
  }
  return text;
}

const emptyInHtml = new Set(['br', 'hr', 'img', 'meta', 'link', 'col', 'input']);

/** An element of a page, never closed in itself unless HTML has it empty. */
export function html(name: string, attributes: Attributes = {}, ...content: readonly Content[]): Markup {
  const open = `<${name}${attributesText(attributes)}`;
  return new Markup(emptyInHtml.has(name) ? `${open} />` : `${open}>${contentText(content)}</${name}>`);
}

/** An element of an XML file; closed in itself when it holds nothing. */
export function xml(name: string, attributes: Attributes = {}, ...content: readonly Content[]): Markup {
  const inside = contentText(content);
  const open = `<${name}${attributesText(attributes)}`;
  return new Markup(inside === '' ? `${open}/>` : `${open}>${inside}</${name}>`);
}

/** Several pieces as one. */
export const together = (...content: readonly Content[]): Markup => new Markup(contentText(content));

/** Text that is no markup and must not be escaped, as a style sheet; the caller vouches for it. */
export const verbatim = (text: string): Markup => new Markup(text);

/** A whole XML file. */
export const xmlFile = (root: Markup): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
