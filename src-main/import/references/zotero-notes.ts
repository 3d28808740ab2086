/**
 * Notes of a Zotero library as notes of ours: each names the reference it belongs to in its first line, and
 * what it is related to. Related references, which have no passage a link could begin in, are listed in one more note.
 */
import type { Block, Inline, Mention } from '@shared/model/block';
import { emptyMetadata, type ImportedDocument } from '@shared/model/document';
import { type DocumentUid, documentUid } from '@shared/model/ids';
import { normaliseBody, textOf } from '@shared/text/canonical-text';
import { titleOfBody, withoutTitle } from '../body-title';
import { languageOf } from '../detect-language';
import { parseDom } from '../dom';
import { htmlBlocks } from '../html-blocks';
import { htmlLosses } from '../html-losses';
import { wholePage } from '../html-source';
import { madeShallow } from '../nesting';
import { tidyLine, titleFromText } from '../title';
import { uuidIn, uuidOfWords } from '../uuid-of-words';
import type { XmlElement } from '../xml';
import { aboutOf, resourcesOf, said, tagsOf } from './zotero-elements';

/** A document of the file, as a note may name it. */
export interface Named {
  readonly uid: DocumentUid;
  readonly title: string;
}

/** Where links between Postil's own documents lead while the note is read: nowhere. */
const ownAddress = 'https://postil.invalid/';
const mostLabels = 200;

/**
 * A note read; null for one without words.
 *
 * @param parent the reference it hangs on; null for one that stands by itself
 * @param named the file's references, by what the file calls them
 */
export async function noteOf(
  memo: XmlElement,
  mediaType: string,
  parent: Named | null,
  named: ReadonlyMap<string, Named>,
): Promise<ImportedDocument | null> {
  const markup = said(memo, 'rdf:value').replace(/(<a\b[^>]*\shref=["'])urn:uuid:/gi, `$1${ownAddress}`);
  const page = await parseDom(wholePage(madeShallow(markup)));
  const read = htmlBlocks(page.documentElement, '');
  const byUid = new Map([...named.values()].map((each) => [each.uid, each]));
  const whole = normaliseBody({ version: 1, blocks: read.blocks.map((block) => withMentions(block, byUid)) });
  const words = textOf(whole);
  if (words.trim() === '') return null;
  const line = whole.blocks[0]?.type === 'heading' ? titleOfBody(whole) : titleFromText(words);
  const { blocks } = withoutTitle(whole, line);
  // Postil's own note of passages is called the same on every reference.
  const title = parent !== null && aboutOf(memo).startsWith('urn:postil:') ? `${line} — ${parent.title}` : line;
  const mentioned = mentionedIn(blocks);
  const related = resourcesOf(memo, 'dc:relation').flatMap((about) => named.get(about) ?? []);
  const unsaid = related.filter(({ uid }) => !mentioned.has(uid) && uid !== parent?.uid);
  const body = normaliseBody({
    version: 1,
    blocks: [
      ...(parent === null ? [] : [paragraph([mention(parent)])]),
      ...blocks,
      ...(unsaid.length === 0 ? [] : [paragraph(inARow('→ ', ', ', unsaid))]),
    ],
  });
  return {
    uid: documentUid(uuidIn(aboutOf(memo)) || uuidOfWords(['zotero note', parent?.uid ?? '', words])),
    type: 'note',
    title: tidyLine(title),
    metadata: { ...emptyMetadata, language: await languageOf('', words) },
    body,
    labels: [...new Set(tagsOf(memo).map((tag) => tidyLine(tag, 500)))]
      .filter((tag) => tag !== '')
      .slice(0, mostLabels),
    mediaType,
    losses: htmlLosses(read),
  };
}

/** Two references that are related. */
export type Pair = readonly [Named, Named];

/** The note that lists pairs of related references; null when there are none, or notes name them together already. */
export function relatedNote(
  pairs: readonly Pair[],
  notes: readonly ImportedDocument[],
  title: string,
  mediaType: string,
): ImportedDocument | null {
  const together = notes.flatMap(({ body }) => body.blocks.map((block) => mentionedIn([block])));
  const left = pairs.filter(
    ([one, other]) => !together.some((mentioned) => mentioned.has(one.uid) && mentioned.has(other.uid)),
  );
  if (left.length === 0) return null;
  const blocks = left.map((pair): Block => {
    return { type: 'listItem', list: 'bulleted', depth: 0, inlines: inARow('', ' — ', pair) };
  });
  return {
    uid: documentUid(uuidOfWords(['zotero relations', ...left.flat().map(({ uid }) => uid)])),
    type: 'note',
    title: `↔ ${title}`,
    metadata: emptyMetadata,
    body: normaliseBody({ version: 1, blocks }),
    labels: [],
    mediaType,
    losses: [],
  };
}

const paragraph = (inlines: readonly Inline[]): Block => ({ type: 'paragraph', inlines });
const mention = ({ uid, title }: Named): Mention => ({ type: 'mention', text: title, target: { document: uid } });

const inARow = (before: string, between: string, all: readonly Named[]): readonly Inline[] =>
  all.flatMap((each, index): readonly Inline[] => {
    const text = index === 0 ? before : between;
    return [...(text === '' ? [] : [{ type: 'text' as const, text }]), mention(each)];
  });

/** Links to documents of the file as mentions of them; to others, as words. */
function withMentions(block: Block, byUid: ReadonlyMap<DocumentUid, Named>): Block {
  if (block.type === 'table') {
    const rows = block.rows.map(({ cells }) => ({
      cells: cells.map((cell) => ({ ...cell, blocks: cell.blocks.map((inner) => withMentions(inner, byUid)) })),
    }));
    return { ...block, rows };
  }
  if (!('inlines' in block)) return block;
  const inlines = block.inlines.map((inline): Inline => {
    if (inline.type !== 'text' || inline.link?.startsWith(ownAddress) !== true) return inline;
    const target = byUid.get(documentUid(inline.link.slice(ownAddress.length)));
    const { link: _, ...words } = inline;
    return target === undefined ? words : { type: 'mention', text: inline.text, target: { document: target.uid } };
  });
  return { ...block, inlines };
}

/** Documents mentioned in blocks. */
function mentionedIn(blocks: readonly Block[]): ReadonlySet<DocumentUid> {
  const found = new Set<DocumentUid>();
  for (const block of blocks)
    if ('inlines' in block)
      for (const inline of block.inlines)
        if (inline.type === 'mention' && 'document' in inline.target) found.add(inline.target.document);
  return found;
}
