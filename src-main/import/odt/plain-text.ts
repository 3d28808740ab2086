/** Words of OpenDocument's elements where their form does not matter. */
import type { XmlElement } from '../xml';

/** Words of an element with their spaces, tabs and line breaks, notes and comments left out. */
export function plainText(element: XmlElement): string {
  const pieces: string[] = [];
  const visit = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') pieces.push(child.replace(/\s+/g, ' '));
      else if (child.name === 'text:s')
        pieces.push(' '.repeat(Math.min(Number(child.attributes['text:c'] ?? 1) || 1, 1000)));
      else if (child.name === 'text:tab') pieces.push('\t');
      else if (child.name === 'text:line-break') pieces.push('\n');
      else if (child.name !== 'text:note' && child.name !== 'office:annotation') visit(child);
    }
  };
  visit(element);
  return pieces.join('');
}

/** Parts that are no text: changes that were tracked, fields’ declarations, tables of contents made of headings. */
export const partsWithoutText = new Set([
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:table-of-content',
  'text:alphabetical-index',
  'office:forms',
  'office:annotation',
  'text:bookmark',
  'svg:title',
  'svg:desc',
]);
