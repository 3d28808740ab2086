/** @recogito/text-annotator over plain DOM, with its own CSS highlights. It is no editor: the text under it is contenteditable. */
import { createTextAnnotator } from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';
import { type Contestant, plainParagraphs, rangeOf, selectedRange, textColumn } from './contestant';

/** `start` counts in the text of the whole column. */
function annotationOf(id: string, range: Range, start: number) {
  const quote = range.toString();
  // The range is given ready: looking each up by its offsets takes the annotator seconds more.
  const selector = { quote, start, end: start + quote.length, range };
  return { id, bodies: [], target: { annotation: id, selector: [selector] } };
}

function offsetOf(column: HTMLElement, range: Range): number {
  const before = document.createRange();
  before.selectNodeContents(column);
  before.setEnd(range.startContainer, range.startOffset);
  return before.toString().length;
}

export const recogito: Contestant = (pane, article) => {
  const column = textColumn(pane);
  column.append(plainParagraphs(article));
  const annotator = createTextAnnotator(column, { renderer: 'CSS_HIGHLIGHTS', annotatingEnabled: false });
  const starts: number[] = [];
  let offset = 0;
  for (const text of article.paragraphs) {
    starts.push(offset);
    offset += text.length;
  }
  annotator.setAnnotations(
    article.passages.map((passage, index) =>
      annotationOf(`passage-${index}`, rangeOf(column, passage), (starts[passage.paragraph] ?? 0) + passage.start),
    ),
  );
  let added = 0;
  return {
    add: () => {
      const range = selectedRange();
      annotator.addAnnotation(annotationOf(`added-${added++}`, range, offsetOf(column, range)));
    },
  };
};
