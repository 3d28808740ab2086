/** A comment's words without its Markdown, for one line of text or for being read aloud. */
import { textOf } from '@shared/text/canonical-text';
import { parseComment } from './comment-markdown';

/** Blocks are joined by blanks. */
export const commentWords = (markdown: string): string => textOf(parseComment(markdown)).replace(/\s+/g, ' ').trim();
