/**
 * Laid-out blocks as XHTML that is HTML too: for the page, the e-book and the evidence
 * pack. Passages become nested marks with their kind as class; the first piece of each
 * carries its id, the last is followed by its number.
 */
import type { Annotation } from '@shared/model/annotation';
import type { Mark, Mention, Passage } from '@shared/model/block';
import type { Sha256 } from '@shared/model/ids';
import { assertNever } from '@shared/outcome/outcome';
import { html, type Markup, together } from '../markup';
import type { LaidBlock, LaidItem, LaidList, Segment } from './laid-body';

export interface BlockMarkup {
  /** Where a mention leads; null when its target is not in the export. */
  readonly hrefOf: (target: Mention['target']) => string | null;
  /** The passage's number in its document and where its note stands. */
  readonly noteOf: (annotation: Annotation) => { readonly number: number; readonly href: string };
  /** Words naming where a quoted passage comes from; empty when unknown. */
  readonly sourceOf: (passage: Passage) => string;
  /** What an e-book calls the link to a note; null on a page. */
  readonly noteReference: 'noteref' | null;
  /** What stands in for a picture that is not there, as "Picture". */
  readonly pictureWord: string;
  /** Where a picture is loaded from, and its size in pixels; null when the export does not hold it. */
  readonly pictureOf: (asset: Sha256) => ShownPicture | null;
  /** The sign that a page of the source begins, where the format has one. */
  readonly pageBreak?: (label: string) => Markup;
  /** Raises or lowers headings so that the document's title stands above them. */
  readonly headingLevel: (level: number) => number;
}

export interface ShownPicture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** The element's id of a passage: where links to it lead. */
export const passageId = (annotation: { readonly uid: string }): string => `p-${annotation.uid}`;

const tags: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  sub: 'sub',
  sup: 'sup',
};

/** Addresses that lead outside; anything else is text. */
const safeAddress = (address: string): string | null => (/^(https?:\/\/|mailto:)/i.test(address) ? address : null);

/** Text whose line breaks are shown. */
function lines(text: string): Markup {
  return together(text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [html('br'), line])));
}

/** Pieces of text with their emphasis, links and passages. */
export function segmentsToMarkup(segments: readonly Segment[], options: BlockMarkup, breaks = true): Markup {
  return together(segments.map((segment) => segmentToMarkup(segment, options, breaks)));
}

function segmentToMarkup(segment: Segment, options: BlockMarkup, breaks: boolean): Markup {
  let inside: Markup = breaks ? lines(segment.text) : together(segment.text);
  for (const mark of [...segment.marks].reverse()) inside = html(tags[mark], {}, inside);
  const address = segment.link === null ? null : safeAddress(segment.link);
  const href = segment.mention === null ? address : options.hrefOf(segment.mention);
  if (href !== null) inside = html('a', { href, rel: address === null ? null : 'noopener noreferrer' }, inside);
  for (const annotation of [...segment.on].reverse()) {
    const id = segment.begins.includes(annotation) ? passageId(annotation) : null;
    inside = html('mark', { class: `passage ${kindClass(annotation.kind)}`, id }, inside);
  }
  const references = segment.ends.map((annotation) => {
    const { number, href: note } = options.noteOf(annotation);
    return html(
      'sup',
      { class: 'ref' },
      html('a', { href: note, role: 'doc-noteref', 'epub:type': options.noteReference }, String(number)),
    );
  });
  return together(segment.page !== null && options.pageBreak?.(segment.page), inside, references);
}

/** A kind's id as a class: kinds of other versions may be called anything. */
export const kindClass = (kind: string): string => `kind-${kind.replace(/[^a-z0-9-]/gi, '-')}`;

/** Blocks one after another. */
export function blocksToMarkup(blocks: readonly LaidBlock[], options: BlockMarkup): Markup {
  return together(blocks.map((block) => blockToMarkup(block, options)));
}

/** One block. */
export function blockToMarkup(block: LaidBlock, options: BlockMarkup): Markup {
  switch (block.type) {
    case 'paragraph':
      return html('p', { dir: 'auto' }, segmentsToMarkup(block.segments, options));
    case 'heading':
      return html(
        `h${Math.min(6, options.headingLevel(block.level))}`,
        { dir: 'auto' },
        segmentsToMarkup(block.segments, options),
      );
    case 'quote':
      return html('blockquote', { dir: 'auto' }, html('p', {}, segmentsToMarkup(block.segments, options)));
    case 'code':
      return html('pre', {}, html('code', {}, segmentsToMarkup(block.segments, options, false)));
    case 'image':
      return html(
        'figure',
        {},
        pictureToMarkup(block, options),
        block.segments.length > 0 && html('figcaption', { dir: 'auto' }, segmentsToMarkup(block.segments, options)),
      );
    case 'table':
      return tableToMarkup(block, options);
    case 'passage':
      return quotedPassage(block.block, block.segments, options);
    case 'rule':
      return html('hr');
    case 'list':
      return listToMarkup(block, options);
    default:
      return assertNever(block);
  }
}

function pictureToMarkup({ asset, alt }: Extract<LaidBlock, { type: 'image' }>, options: BlockMarkup): Markup {
  const picture = asset === null ? null : options.pictureOf(asset);
  if (picture !== null) return html('img', { ...picture, alt });
  return html('p', { class: 'picture', role: 'img' }, `[${options.pictureWord}${alt === '' ? '' : `: ${alt}`}]`);
}

function tableToMarkup({ rows }: Extract<LaidBlock, { type: 'table' }>, options: BlockMarkup): Markup {
  return html(
    'table',
    {},
    html(
      'tbody',
      {},
      rows.map((cells) =>
        html(
          'tr',
          {},
          cells.map(({ header, blocks }) =>
            html(header ? 'th' : 'td', { dir: 'auto' }, blocksToMarkup(blocks, options)),
          ),
        ),
      ),
    ),
  );
}

function quotedPassage(block: Passage, segments: readonly Segment[], options: BlockMarkup): Markup {
  const source = options.sourceOf(block);
  const href = options.hrefOf({ annotation: block.annotation }) ?? options.hrefOf({ document: block.document });
  return html(
    'blockquote',
    { class: 'quoted', dir: 'auto' },
    html('p', {}, segmentsToMarkup(segments, options)),
    source !== '' && html('footer', {}, '— ', href === null ? source : html('a', { href }, source)),
  );
}

function listToMarkup({ list, items }: LaidList, options: BlockMarkup): Markup {
  return html(
    list === 'ordered' ? 'ol' : 'ul',
    list === 'checked' ? { class: 'checked' } : {},
    items.map((item) => html('li', { dir: 'auto' }, itemContent(item, options))),
  );
}

const itemContent = ({ checked, segments, lists }: LaidItem, options: BlockMarkup): Markup =>
  together(
    checked !== null && `${checked ? '☑' : '☐'} `,
    segmentsToMarkup(segments, options),
    lists.map((list) => listToMarkup(list, options)),
  );

/** The passages that begin somewhere in a block, in order. */
export function beginningIn(block: LaidBlock): readonly Annotation[] {
  switch (block.type) {
    case 'rule':
      return [];
    case 'list':
      return block.items.flatMap((item) => [
        ...item.segments.flatMap(({ begins }) => begins),
        ...item.lists.flatMap(beginningIn),
      ]);
    case 'table':
      return block.rows.flat().flatMap((cell) => cell.blocks.flatMap(beginningIn));
    default:
      return block.segments.flatMap(({ begins }) => begins);
  }
}
