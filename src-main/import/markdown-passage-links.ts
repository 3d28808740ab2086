/**
 * Lines of links in a Markdown file Postil wrote ("Link: supports “…” in [[Other#^id|Other]]") as links between the
 * passages and documents they name. Both files of a link say it, so it is made whichever comes in last.
 */
import { type RelationId, relations } from '@shared/kinds/relations';
import type { Link } from '@shared/model/annotation';
import type { ImportedAnnotation } from '@shared/model/document';
import { type AnnotationUid, annotationUid, isUid, linkUid } from '@shared/model/ids';
import type { MarkdownNeighbours } from './markdown-neighbours';
import { wikiAddress } from './markdown-tokens';
import { uuidOfWords } from './uuid-of-words';

/** A passage's lines of links, as they are written behind "Link: ". */
export interface LinkLines {
  readonly lines: readonly string[];
  readonly passage: Pick<ImportedAnnotation, 'uid' | 'createdAtMs'> | null;
}

export interface ReadLinks {
  readonly links: readonly Link[];
  /** Lines that name no passage or document by its id: those of files whose links are Markdown's own. */
  readonly unread: number;
}

/** @param placed passages that have a place in the text: others are words now */
export function linksIn(
  passages: readonly LinkLines[],
  placed: ReadonlySet<AnnotationUid>,
  neighbours: MarkdownNeighbours,
): ReadLinks {
  const links = new Map<string, Link>();
  let unread = 0;
  for (const { lines, passage } of passages) {
    if (passage?.uid === undefined || !placed.has(passage.uid)) continue;
    for (const line of lines) {
      const link = linkOf(line, passage.uid, passage.createdAtMs ?? 0, neighbours);
      if (link === null) unread++;
      else links.set(link.uid, link);
    }
  }
  return { links: [...links.values()], unread };
}

function linkOf(line: string, here: AnnotationUid, createdAtMs: number, neighbours: MarkdownNeighbours): Link | null {
  const said = relationIn(line);
  const other = said === null ? null : targetOf(said.rest, neighbours);
  if (said === null || other === null) return null;
  // A link to a document is said at its beginning alone.
  const isIncoming = !said.outgoing && 'annotation' in other;
  const from = isIncoming ? other.annotation : here;
  const to: Link['to'] = isIncoming ? { annotation: here } : other;
  const end = 'annotation' in to ? to.annotation : to.document;
  if (from === end) return null;
  return { uid: linkUid(uuidOfWords([from, end, said.relation])), from, to, relation: said.relation, createdAtMs };
}

/** The words a line begins with, the longest that fit. */
function relationIn(line: string): { relation: RelationId; outgoing: boolean; rest: string } | null {
  const wordings = relations.flatMap(({ id, label, inverse }) => [
    { relation: id, outgoing: true, words: `${label.en} ` },
    ...(inverse.en === label.en ? [] : [{ relation: id, outgoing: false, words: `${inverse.en} ` }]),
  ]);
  const [found] = wordings
    .filter(({ words }) => line.startsWith(words))
    .sort((one, other) => other.words.length - one.words.length);
  return found === undefined ? null : { ...found, rest: line.slice(found.words.length) };
}

function targetOf(rest: string, neighbours: MarkdownNeighbours): Link['to'] | null {
  const outside = /^a passage outside this export \(([0-9a-f-]{36})\)$/.exec(rest)?.[1] ?? '';
  if (isUid(outside)) return { annotation: annotationUid(outside) };
  const wiki = /\[\[([^[\]|]+)(?:\|[^[\]]*)?\]\]$/.exec(rest)?.[1];
  const path = /\]\((?:<([^<>]*)>|([^()<>\s]*))\)$/.exec(rest);
  const address = wiki === undefined ? (path?.[1] ?? path?.[2]) : `${wikiAddress}${wiki}`;
  const target = address === undefined ? null : neighbours.mentioned(address);
  // Words of a passage whose id the address does not tell: any of the other file’s may be meant.
  return target !== null && 'document' in target && rest.startsWith('“') ? null : target;
}
