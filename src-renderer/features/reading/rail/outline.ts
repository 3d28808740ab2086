/** The headings of a document, with where they stand in its text. Pure. */
import type { Body } from '@shared/model/block';
import { inlineText, leavesOf } from '@shared/text/canonical-text';

export interface OutlineHeading {
  readonly text: string;
  /** 1 to 6. */
  readonly level: number;
  /** UTF-16 code units in the canonical text. */
  readonly start: number;
  readonly end: number;
}

/** Headings in order of place; those without words are left out. */
export function outlineOf(body: Body): readonly OutlineHeading[] {
  return leavesOf(body).flatMap(({ block, start, end }) => {
    if (block.type !== 'heading') return [];
    const text = inlineText(block.inlines).replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [{ text, level: block.level, start, end }];
  });
}
