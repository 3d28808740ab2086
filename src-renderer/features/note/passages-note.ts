/** A note made of passages: each source named on a line, its passages quoted below. Pure. */
import { printEdtf } from '@shared/dates/print-edtf';
import type { Wording } from '@shared/kinds/kinds';
import { kinds } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import { type Block, type Body, bodyVersion, type Inline, type Passage } from '@shared/model/block';
import type { Metadata } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';

/** A document with the passages of it that are quoted, in the order they are to stand in. */
export interface QuotedSource {
  readonly uid: DocumentUid;
  readonly title: string;
  readonly metadata: Pick<Metadata, 'site' | 'date'> & Partial<Pick<Metadata, 'authors' | 'url'>>;
  readonly annotations: readonly Annotation[];
}

interface PassagesNote {
  readonly sources: readonly QuotedSource[];
  /** Puts a source's passages under a heading for each kind. */
  readonly byKind: boolean;
  /** A sentence at the beginning, as when not all passages are there; empty for none. */
  readonly remark: string;
  readonly language: keyof Wording;
  readonly untitled: string;
}

const text = (words: string): Inline => ({ type: 'text', text: words });
const paragraph = (...inlines: readonly Inline[]): Block => ({ type: 'paragraph', inlines });

/** Title, authors, site, date and address; the title leads to the document. */
function citationLine({ uid, title, metadata }: QuotedSource, language: string, untitled: string): Block {
  const { authors = [], site, date, url = '' } = metadata;
  const rest = [authors.join(', '), site, date === '' ? '' : printEdtf(date, language)].filter((part) => part !== '');
  return paragraph(
    { type: 'mention', text: title === '' ? untitled : title, target: { document: uid } },
    ...(rest.length === 0 ? [] : [text(`, ${rest.join(', ')}`)]),
    ...(url === '' ? [] : [text(', '), { type: 'text', text: url, link: url } as const]),
  );
}

const passageOf = ({ uid, document, selector }: Annotation): Passage => ({
  type: 'passage',
  annotation: uid,
  document,
  text: selector.exact,
});

function grouped(annotations: readonly Annotation[], language: keyof Wording): readonly Block[] {
  return kinds.flatMap(({ id, plural }): readonly Block[] => {
    const own = annotations.filter(({ kind }) => kind === id);
    const heading: Block = { type: 'heading', level: 2, inlines: [text(plural[language])] };
    return own.length === 0 ? [] : [heading, ...own.map(passageOf)];
  });
}

/** The body of such a note, with an empty line at its end to write on. */
export function passagesBody({ sources, byKind, remark, language, untitled }: PassagesNote): Body {
  const quoted = sources.flatMap((source): readonly Block[] => [
    citationLine(source, language, untitled),
    ...(byKind ? grouped(source.annotations, language) : source.annotations.map(passageOf)),
  ]);
  return {
    version: bodyVersion,
    blocks: [...(remark === '' ? [] : [paragraph(text(remark))]), ...quoted, paragraph()],
  };
}
