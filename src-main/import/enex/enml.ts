/** Evernote's markup of a note (ENML) as HTML: its own elements become ones the HTML reader knows. Pure. */

/** Stands before a resource's MD5 where a picture is shown; an address nothing can load. */
export const mediaAddress = 'enmedia:';

export interface NoteMarkup {
  readonly html: string;
  /** Stretches locked with a passphrase: their words are not in the file. */
  readonly locked: number;
}

const attributeOf = (attributes: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']{0,200})["']`, 'i').exec(attributes)?.[1] ?? '';

/** Pictures as `img`, tasks as boxes before their words, locked stretches left out and counted. */
export function htmlOfNote(enml: string): NoteMarkup {
  let locked = 0;
  const html = enml
    .replace(/<en-crypt\b[^>]*>[\s\S]*?<\/en-crypt\s*>/gi, () => {
      locked++;
      return '';
    })
    .replace(/<en-media\b([^>]*?)\/?>(?:\s*<\/en-media\s*>)?/gi, (_whole, attributes: string) => {
      if (!/^image\//i.test(attributeOf(attributes, 'type'))) return '';
      const [hash, width, height] = ['hash', 'width', 'height'].map((name) => attributeOf(attributes, name));
      if (!/^[0-9a-f]{32}$/i.test(hash ?? '')) return '';
      const sides = [width, height].every((side) => /^\d{1,5}$/.test(side ?? ''))
        ? ` width="${width}" height="${height}"`
        : '';
      return `<img src="${mediaAddress}${(hash ?? '').toLowerCase()}" alt="${attributeOf(attributes, 'alt')}"${sides}>`;
    })
    .replace(/<en-todo\b([^>]*?)\/?>(?:\s*<\/en-todo\s*>)?/gi, (_whole, attributes: string) =>
      attributeOf(attributes, 'checked') === 'true' ? '☑ ' : '☐ ',
    )
    .replace(
      /(<li\b[^>]*--en-checked\s*:\s*(true|false)[^>]*>)/gi,
      (item: string, _all, checked: string) => `${item}<input type="checkbox"${checked === 'true' ? ' checked' : ''}>`,
    );
  // Short forms such as `<div/>` are spelt out of a page that says it is XML.
  return { html: html.trimStart().startsWith('<?xml') ? html : `<?xml version="1.0"?>${html}`, locked };
}
