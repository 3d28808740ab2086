/** The "Passages" section: each annotation with its quote, comment, fields, place and links. */

import { parseComment } from '@shared/comments/comment-markdown';
import { type AnnotationKind, findKind } from '@shared/kinds/kinds';
import { relations } from '@shared/kinds/relations';
import type { Annotation, Link } from '@shared/model/annotation';
import type { Document } from '@shared/model/document';
import { leavesOf } from '@shared/text/canonical-text';
import { pageStarts, pagesOfRange } from '@shared/text/pages';
import { blocksToMarkdown, quoteText } from './blocks';
import { escapeInline, escapeLine, oneLine } from './escape';
import { isoTime } from './front-matter';
import type { MarkdownLinks } from './markdown-links';

/** Longest quote shown of the other end of a link, in code points. */
const linkQuoteLength = 80;

/** The section with its heading, or an empty string when there are no annotations. */
export function passagesToMarkdown(document: Document, links: MarkdownLinks): string {
  const annotations = inOrderOfPlace(links.annotationsOf(document.uid));
  if (annotations.length === 0) return '';
  const leaves = leavesOf(document.body);
  const pages = pageStarts(document.body);
  const paragraphOf = (start: number): number =>
    Math.max(
      1,
      countUntil(leaves.length, (index) => (leaves[index]?.start ?? 0) <= start),
    );
  return [
    '## Passages',
    ...annotations.map((annotation, index) => {
      const { orphaned, selector } = annotation;
      const on = orphaned ? undefined : pagesOfRange(pages, selector.start, selector.end);
      return passage(annotation, index + 1, paragraphOf, on, links);
    }),
  ].join('\n\n');
}

/** By place; orphans last. */
function inOrderOfPlace(annotations: readonly Annotation[]): readonly Annotation[] {
  return [...annotations].sort(
    (a, b) =>
      Number(a.orphaned) - Number(b.orphaned) ||
      a.selector.start - b.selector.start ||
      a.selector.end - b.selector.end ||
      (a.uid < b.uid ? -1 : 1),
  );
}

/** Number of leading indexes for which the condition holds (binary search). */
function countUntil(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function passage(
  annotation: Annotation,
  number: number,
  paragraphOf: (start: number) => number,
  pages: string | undefined,
  links: MarkdownLinks,
): string {
  const { selector, orphaned, comment } = annotation;
  const kind = findKind(annotation.kind);
  const parts = [
    `### ${number}. ${kind?.label.en ?? escapeInline(annotation.kind)}${orphaned ? ' (orphaned)' : ''}`,
    quoteText(selector.exact),
  ];
  const name = links.blockIdOf(annotation.uid);
  if (name !== null) parts.push(name);
  const words = commentToMarkdown(comment, links);
  if (words !== '') parts.push(words);
  const place = orphaned
    ? `no longer found in the text; was at characters ${selector.start}–${selector.end}`
    : `characters ${selector.start}–${selector.end}, paragraph ${paragraphOf(selector.start)}`;
  const facts = [
    ...fieldFacts(annotation, kind),
    ...(annotation.labels.length > 0
      ? [`Labels: ${annotation.labels.map((label) => escapeInline(oneLine(label))).join(', ')}`]
      : []),
    ...(pages === undefined ? [] : [`Page: ${escapeInline(pages)}`]),
    `Position: ${place}`,
    `Created: ${isoTime(annotation.createdAtMs)}`,
    ...links.linksOf(annotation.uid).map((link) => linkFact(annotation, link, links)),
    `Id: ${annotation.uid}`,
  ];
  parts.push(facts.map((fact) => `- ${fact}`).join('\n'));
  return parts.join('\n\n');
}

/** A comment is Markdown of its own small kind; read and written anew, it can't break out of its passage. */
const commentToMarkdown = (comment: string, links: MarkdownLinks): string =>
  blocksToMarkdown(parseComment(comment).blocks, links);

function fieldFacts(annotation: Annotation, kind: AnnotationKind | undefined): readonly string[] {
  const known = kind?.fields ?? [];
  const order = new Map(known.map((field, index) => [field.id, index]));
  return Object.entries(annotation.fields)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (order.get(a) ?? known.length) - (order.get(b) ?? known.length) || (a < b ? -1 : 1))
    .map(([id, value]) => {
      const field = known.find((candidate) => candidate.id === id);
      const option = field?.type === 'choice' ? field.options.find((candidate) => candidate.id === value) : undefined;
      return `${field?.label.en ?? escapeInline(oneLine(id))}: ${option?.label.en ?? escapeInline(oneLine(value))}`;
    });
}

function linkFact(annotation: Annotation, link: Link, links: MarkdownLinks): string {
  const relation = relations.find((candidate) => candidate.id === link.relation);
  const outgoing = link.from === annotation.uid;
  const wording = (outgoing ? relation?.label.en : relation?.inverse.en) ?? escapeInline(link.relation);
  if (outgoing && 'document' in link.to) return `Link: ${wording} ${links.documentLink(link.to.document)}`;
  const otherUid = outgoing && 'annotation' in link.to ? link.to.annotation : link.from;
  const other = links.annotation(otherUid);
  if (other === undefined) return `Link: ${wording} a passage outside this export (${otherUid})`;
  const quote = [...oneLine(other.selector.exact)];
  const shown = quote.length > linkQuoteLength ? `${quote.slice(0, linkQuoteLength - 1).join('')}…` : quote.join('');
  return `Link: ${wording} “${escapeLine(shown)}” in ${links.documentLink(other.document, other.uid)}`;
}
