/**
 * The body of a document: versioned JSON, ours and small (docs/document-format.md).
 * Lexical is a view of it; an editor upgrade never touches an archive.
 */
import type { AnnotationUid, DocumentUid, Sha256 } from './ids';

/** Inline emphasis, listed in the canonical order a run's marks are kept in. */
export const marks = ['bold', 'italic', 'underline', 'strike', 'code', 'sub', 'sup'] as const;
export type Mark = (typeof marks)[number];

/** Longest number of a page, in code units; what is longer is none. */
export const longestPageLabel = 24;

/** Text with emphasis; `\n` inside is a soft line break, `\t` a tab. */
export interface TextRun {
  readonly type: 'text';
  readonly text: string;
  /** Absent when there are none; otherwise in the order of {@link marks}. */
  readonly marks?: readonly Mark[];
  /** An http, https or mailto address; never anything else. */
  readonly link?: string;
  /** The page of the printed source that begins with this run, as it is numbered there ("12", "xii"). */
  readonly page?: string;
}

/** A reference inside a note's text; its `text` is what is read and searched. */
export interface Mention {
  readonly type: 'mention';
  readonly text: string;
  readonly target: { readonly document: DocumentUid } | { readonly annotation: AnnotationUid };
}

export type Inline = TextRun | Mention;
export type ListKind = 'bulleted' | 'ordered' | 'checked';
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly inlines: readonly Inline[];
}
export interface Heading {
  readonly type: 'heading';
  readonly level: HeadingLevel;
  readonly inlines: readonly Inline[];
}
export interface Quote {
  readonly type: 'quote';
  readonly inlines: readonly Inline[];
}
/** One item; a list is a run of neighbouring items, nested by `depth` (0 = outermost). */
export interface ListItem {
  readonly type: 'listItem';
  readonly list: ListKind;
  readonly depth: number;
  /** Present only on items of a checked list. */
  readonly checked?: boolean;
  readonly inlines: readonly Inline[];
}
export interface Code {
  readonly type: 'code';
  readonly language?: string;
  readonly text: string;
}
export interface TableCell {
  readonly header: boolean;
  readonly blocks: readonly Block[];
}
export interface TableRow {
  readonly cells: readonly TableCell[];
}
export interface Table {
  readonly type: 'table';
  readonly rows: readonly TableRow[];
}
/** A picture; `inlines` is its caption. `asset` is null when its bytes were not kept. */
export interface Image {
  readonly type: 'image';
  readonly asset: Sha256 | null;
  readonly alt: string;
  readonly inlines: readonly Inline[];
}
export interface Rule {
  readonly type: 'rule';
}
/** A quoted passage in a note. */
export interface Passage {
  readonly type: 'passage';
  readonly annotation: AnnotationUid;
  readonly document: DocumentUid;
  /** The quotation as the note has it. */
  readonly text: string;
  /** The source's words the quotation was last settled against; absent while they are `text`. */
  readonly source?: string;
  /** True when the writer saw that `text` differs from `source` and stands by it; otherwise absent. */
  readonly kept?: true;
}

export type Block = Paragraph | Heading | Quote | ListItem | Code | Table | Image | Rule | Passage;
/** Blocks that hold inline content. */
export type InlineBlock = Paragraph | Heading | Quote | ListItem | Image;

/** Version of the body format this program writes. */
export const bodyVersion = 1;

export interface Body {
  readonly version: typeof bodyVersion;
  readonly blocks: readonly Block[];
}

export const emptyBody: Body = { version: bodyVersion, blocks: [] };
