/** A list of passages as text to paste elsewhere: plain or Markdown, with where it comes from. Pure. */
import { inWords } from '@renderer/i18n/i18n';
import { findKind } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { Document } from '@shared/model/document';
import { pageWords } from '@shared/quotes/citation';
import { quoted, sourceOf } from '../citation';

type CitedDocument = Pick<Document, 'title' | 'metadata'>;

interface ListWords {
  readonly language: 'en' | 'fr';
  /** The document's date in words, empty when unknown. */
  readonly date: string;
  /** The pages of the source a passage stands on, where it has pages. */
  readonly pagesOf?: (annotation: Annotation) => string | undefined;
}

const escapes = /[\\`*_[\]<>#|]/g;
const escaped = (text: string): string => text.replace(escapes, '\\$&');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The kind, what its fields say and the page, in words: "Claim, disputed, p. 12". */
function kindLine(annotation: Annotation, { language, pagesOf }: ListWords): string {
  const pages = pagesOf?.(annotation);
  const page = pages === undefined ? [] : [pageWords(pages, language)];
  return [...kindAndFields(annotation), ...page].join(', ');
}

function kindAndFields({ kind: kindId, fields }: Annotation): readonly string[] {
  const kind = findKind(kindId);
  if (kind === undefined) return [kindId];
  const values = kind.fields.map((field) => {
    const value = fields[field.id] ?? '';
    if (field.type !== 'choice') return value;
    const option = field.options.find(({ id }) => id === value);
    return option === undefined ? value : inWords(option.label);
  });
  return [inWords(kind.label), ...values.filter((value) => value !== '')];
}

/** One passage a paragraph, the source at the end. */
export function passagesAsText(document: CitedDocument, passages: readonly Annotation[], words: ListWords): string {
  const lines = passages.map((annotation) =>
    [
      `${quoted(oneLine(annotation.selector.exact), words.language)} [${kindLine(annotation, words)}]`,
      annotation.comment,
      annotation.labels.join(', '),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  );
  return [...lines, sourceOf(document, words.language, words.date)].filter((part) => part !== '').join('\n\n');
}

/** A heading, the source, and one list item a passage; comments are Markdown already. */
export function passagesAsMarkdown(document: CitedDocument, passages: readonly Annotation[], words: ListWords): string {
  const source = sourceOf({ ...document, title: '' }, words.language, words.date);
  const items = passages.map((annotation) => {
    const labels = annotation.labels.map((label) => `#${label.replace(/\s+/g, '-')}`).join(' ');
    const below = [annotation.comment, labels].filter((part) => part !== '').join('\n\n');
    const head = `- **${escaped(kindLine(annotation, words))}**: ${escaped(quoted(oneLine(annotation.selector.exact), words.language))}`;
    return below === '' ? head : `${head}\n\n${below.replace(/^(?=.)/gm, '  ')}`;
  });
  const title = document.title === '' ? '' : `## ${escaped(oneLine(document.title))}`;
  return [title, escaped(source), items.join('\n')].filter((part) => part !== '').join('\n\n');
}
