/** Words of Word's elements where their form does not matter. */
import { withoutMarks } from '../passage-marks';
import { childrenOf, descendantsOf, textContent, type XmlElement } from '../xml';

/** A paragraph's words without their form. */
export const textOfRuns = (paragraph: XmlElement): string =>
  descendantsOf(paragraph, 'w:t').map(textContent).join('').trim();

/** Words of a paragraph of code, its spaces as they are. */
export function codeText(paragraph: XmlElement): string {
  const pieces: string[] = [];
  const visit = (parent: XmlElement): void => {
    for (const child of childrenOf(parent)) {
      if (child.name === 'w:t') pieces.push(withoutMarks(textContent(child)));
      else if (child.name === 'w:tab') pieces.push('\t');
      else if (child.name === 'w:br') pieces.push('\n');
      else if (child.name !== 'w:del') visit(child);
    }
  };
  visit(paragraph);
  return pieces.join('');
}
