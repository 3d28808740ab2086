/** From the editor's nodes back to a body. Lossless on what body-to-nodes makes. */
import { $isCodeNode } from '@lexical/code';
import { $isHorizontalRuleNode } from '@lexical/extension';
import { $isLinkNode } from '@lexical/link';
import type { ListType } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import {
  type Block,
  type Body,
  bodyVersion,
  type HeadingLevel,
  type Inline,
  type ListKind,
  type TextRun,
} from '@shared/model/block';
import { sha256Hex } from '@shared/model/ids';
import { assertNever } from '@shared/outcome/outcome';
import { normaliseBody, textOf } from '@shared/text/canonical-text';
import {
  $getNodeByKey,
  $getRoot,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isRootNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type LineBreakNode,
} from 'lexical';
import { $rowsOf, $walkBlock, $walkBlocks, type WalkedBlock } from './block-walk';
import { breakFormat, pageBegun } from './editor-nodes';
import { marksOf } from './inline-format';
import { $isFigureNode } from './nodes/figure-node';
import { $isMentionNode } from './nodes/mention-node';
import { $isPassageNode } from './nodes/passage-node';
import type { BlockText, TextMap } from './text-map';

const listKinds: Readonly<Record<ListType, ListKind>> = { bullet: 'bulleted', number: 'ordered', check: 'checked' };
const allowedAddress = /^(https?:\/\/|mailto:)/i;

/** Bits of a break: its own when it came with the body, else those both its neighbours share. */
function $breakBits(node: LineBreakNode): number {
  const own = $getState(node, breakFormat);
  if (own >= 0) return own;
  const before = node.getPreviousSibling();
  const after = node.getNextSibling();
  const bits = $isTextNode(before) ? before.getFormat() : 0;
  return $isTextNode(after) && after.getFormat() !== bits ? 0 : bits;
}

function $run(node: LexicalNode, text: string, bits: number, link: string | undefined): TextRun {
  const runMarks = marksOf(bits);
  const page = $getState(node, pageBegun);
  return {
    type: 'text',
    text,
    ...(runMarks.length > 0 ? { marks: runMarks } : {}),
    ...(link === undefined ? {} : { link }),
    ...(page === '' ? {} : { page }),
  };
}

function $inlinesOf(nodes: readonly LexicalNode[], link?: string): Inline[] {
  const inlines: Inline[] = [];
  for (const node of nodes) {
    if ($isMentionNode(node)) inlines.push({ type: 'mention', text: node.getTextContent(), target: node.getTarget() });
    else if ($isTextNode(node)) inlines.push($run(node, node.getTextContent(), node.getFormat(), link));
    else if ($isLineBreakNode(node)) inlines.push($run(node, '\n', $breakBits(node), link));
    else if ($isLinkNode(node)) {
      const url = node.getURL();
      inlines.push(...$inlinesOf(node.getChildren(), allowedAddress.test(url) ? url : undefined));
    } else if ($isElementNode(node)) inlines.push(...$inlinesOf(node.getChildren(), link));
  }
  return inlines;
}

const levels: Readonly<Record<string, HeadingLevel>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };

function $leafBlock(node: LexicalNode, children: readonly LexicalNode[]): Block {
  if ($isHorizontalRuleNode(node)) return { type: 'rule' };
  if ($isPassageNode(node)) return { type: 'passage', ...node.getContent() };
  if ($isCodeNode(node)) {
    const language = node.getLanguage();
    const text = $inlinesOf(children)
      .map((inline) => inline.text)
      .join('');
    return { type: 'code', ...(language === null || language === undefined ? {} : { language }), text };
  }
  const inlines = $inlinesOf(children);
  if ($isHeadingNode(node)) return { type: 'heading', level: levels[node.getTag()] ?? 2, inlines };
  if ($isQuoteNode(node)) return { type: 'quote', inlines };
  if ($isFigureNode(node))
    return {
      type: 'image',
      asset: node.getAsset() === '' ? null : sha256Hex(node.getAsset()),
      alt: node.getAlt(),
      inlines,
    };
  return { type: 'paragraph', inlines };
}

function $blockOf(walked: WalkedBlock): Block {
  switch (walked.is) {
    case 'leaf':
      return $leafBlock(walked.node, walked.inlines);
    case 'item': {
      const list = listKinds[walked.list.getListType()];
      const checked = walked.node.getChecked();
      const base = { type: 'listItem' as const, list, depth: Math.min(walked.depth, 32) };
      return { ...base, ...(checked === undefined ? {} : { checked }), inlines: $inlinesOf(walked.inlines) };
    }
    case 'table':
      return {
        type: 'table',
        rows: $rowsOf(walked.node).map((cells) => ({
          cells: cells.map((cell) => ({ header: cell.hasHeader(), blocks: $blocksOf(cell) })),
        })),
      };
    default:
      return assertNever(walked);
  }
}

const $blocksOf = (parent: ElementNode): readonly Block[] => $walkBlocks(parent).map($blockOf);

/** The body the editor shows, in the form it is stored in. Call inside a read or an update. */
export const $getBody = (): Body => normaliseBody({ version: bodyVersion, blocks: $blocksOf($getRoot()) });

/** A block of the text map in the form it is stored in. */
interface StoredBlock {
  readonly blocks: readonly Block[];
  /** Whether storing changed nothing in its text, so that offsets stay. */
  readonly sameText: boolean;
}

/** What was made of a block's text holds until the block changes, and then it is another object. */
const stored = new WeakMap<BlockText, StoredBlock>();

function $storedBlock(text: BlockText): StoredBlock {
  const known = stored.get(text);
  if (known !== undefined) return known;
  const node = $getNodeByKey(text.key);
  const walked = node === null ? [] : $isRootNode(node) ? $walkBlocks(node) : $walkBlock(node);
  const body = normaliseBody({ version: bodyVersion, blocks: walked.map($blockOf) });
  const made = { blocks: body.blocks, sameText: textOf(body) === text.text };
  stored.set(text, made);
  return made;
}

/** Some blocks of the text map in the form they are stored in. Null when another text than the map's would be stored. */
export function $storedBlocks(blocks: readonly BlockText[]): readonly Block[] | null {
  const parts = blocks.map($storedBlock);
  return parts.every(({ sameText }) => sameText) ? parts.flatMap((part) => part.blocks) : null;
}

/**
 * The same body, read from a map of the present state: only what changed since it was last asked
 * for is read again. `sameText` is false when what is stored has another text than the map.
 */
export function $getBodyOf(map: TextMap): { readonly body: Body; readonly sameText: boolean } {
  const parts = map.blocks.map($storedBlock);
  return {
    body: { version: bodyVersion, blocks: parts.flatMap(({ blocks }) => blocks) },
    sameText: parts.every(({ sameText }) => sameText),
  };
}
