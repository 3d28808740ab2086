/** Names for files to be saved, as a dialog may propose them. Pure. */

/** A name only: a window's suggestion must not move the dialog to another folder. */
export function safeSuggestion(name: string, extension: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')
    .replace(/^\.+/, '')
    .trim()
    .slice(0, 120);
  return withExtension(plain === '' ? 'Postil' : plain, extension);
}

/** The name with its ending, given once. */
export function withExtension(name: string, extension: string): string {
  return extension === '' || name.toLowerCase().endsWith(`.${extension}`) ? name : `${name}.${extension}`;
}
