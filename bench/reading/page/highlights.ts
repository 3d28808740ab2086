/** The floor: plain DOM and the CSS Custom Highlight API, every passage registered once, nothing kept in step. */
import { type Contestant, plainParagraphs, rangeOf, selectedRange, textColumn } from './contestant';

export const highlights: Contestant = (pane, article) => {
  const column = textColumn(pane);
  column.append(plainParagraphs(article));
  const registered = { claim: new Highlight(), source: new Highlight(), event: new Highlight() };
  for (const passage of article.passages) registered[passage.kind].add(rangeOf(column, passage));
  for (const [kind, highlight] of Object.entries(registered)) CSS.highlights.set(kind, highlight);
  return { add: () => void registered.claim.add(selectedRange()) };
};
