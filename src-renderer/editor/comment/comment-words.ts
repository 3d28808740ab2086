/** A comment's words without its Markdown, for one line of text or for being read aloud. */

import { parseComment } from '@shared/comments/comment-markdown';
import { textOf } from '@shared/text/canonical-text';

/** Blocks are joined by blanks. */
export const commentWords = (markdown: string): string => textOf(parseComment(markdown)).replace(/\s+/g, ' ').trim();
