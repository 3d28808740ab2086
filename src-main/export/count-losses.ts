/** Counting what a format leaves behind: the questions most formats have in common. Pure. */
import type { Block } from '@shared/model/block';
import type { ExportBundle, Loss } from '@shared/model/bundle';
import { type LossId, lossWords } from '@shared/outcome/loss-words';

/** Those that occur, in the order given, worded. */
export function lossesOf(counts: Partial<Readonly<Record<LossId, number>>>): readonly Loss[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([id, count]) => ({ what: wordsOf(id), count }));
}

function wordsOf(id: string): string {
  return Object.entries(lossWords).find(([known]) => known === id)?.[1].en ?? id;
}

export const sum = <T>(values: readonly T[], countOf: (value: T) => number): number =>
  values.reduce((total, value) => total + countOf(value), 0);

/** Every block of a body, those in table cells too. */
export function* allBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'table')
      for (const row of block.rows) for (const cell of row.cells) yield* allBlocks(cell.blocks);
  }
}

export const countOriginals = ({ documents }: ExportBundle): number =>
  sum(documents, ({ originals }) => originals.length);

export const countPictures = ({ documents }: ExportBundle): number =>
  sum(documents, ({ body }) => [...allBlocks(body.blocks)].filter(({ type }) => type === 'image').length);

export const countOrphans = ({ annotations }: ExportBundle): number =>
  annotations.filter(({ orphaned }) => orphaned).length;

/** Documents that were saved again after they came in. */
export const countEarlier = ({ documents }: ExportBundle): number =>
  documents.filter(({ revision }) => revision > 0).length;

export const countFilledFields = ({ annotations }: ExportBundle): number =>
  annotations.filter(({ fields }) => Object.values(fields).some((value) => value !== '')).length;

/** Whether both ends of a link are in the bundle. */
export function endsInside({ annotations, documents }: ExportBundle): (link: ExportBundle['links'][number]) => boolean {
  const passages = new Set(annotations.map(({ uid }) => uid));
  const held = new Set(documents.map(({ uid }) => uid));
  return ({ from, to }) =>
    passages.has(from) && ('annotation' in to ? passages.has(to.annotation) : held.has(to.document));
}

export function countOutsideLinks(bundle: ExportBundle): number {
  const inside = endsInside(bundle);
  return bundle.links.filter((link) => !inside(link)).length;
}

/** Passages that share some text with another. */
export function countOverlaps({ annotations }: ExportBundle): number {
  const placed = annotations
    .filter(({ orphaned }) => !orphaned)
    .sort((a, b) => (a.document < b.document ? -1 : a.document > b.document ? 1 : a.selector.start - b.selector.start));
  let overlaps = 0;
  let document: string | null = null;
  let end = 0;
  for (const annotation of placed) {
    if (annotation.document !== document) end = 0;
    document = annotation.document;
    if (annotation.selector.start < end) overlaps++;
    end = Math.max(end, annotation.selector.end);
  }
  return overlaps;
}

/** Documents whose blocks are more than paragraphs of plain words. */
export const countFormatted = ({ documents }: ExportBundle): number =>
  documents.filter(({ body }) =>
    [...allBlocks(body.blocks)].some(
      (block) =>
        block.type !== 'paragraph' ||
        block.inlines.some(
          (inline) => inline.type === 'mention' || inline.marks !== undefined || inline.link !== undefined,
        ),
    ),
  ).length;
