/** A comment as it reads: formatted, made of elements, never of HTML. */

import { parseComment } from '@shared/comments/comment-markdown';
import type { Inline, TextRun } from '@shared/model/block';
import { type ReactNode, useMemo } from 'react';
import './comment.css';

function shown({ text, marks = [] }: TextRun): ReactNode {
  const italic = marks.includes('italic') ? <em>{text}</em> : text;
  return marks.includes('bold') ? <strong>{italic}</strong> : italic;
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => {
    const content = inline.type === 'text' ? shown(inline) : inline.text;
    const link = inline.type === 'text' ? inline.link : undefined;
    return (
      // Runs have no identity but their place.
      // biome-ignore lint/suspicious/noArrayIndexKey: a comment is shown whole, anew when it changes
      <span key={index} {...(link === undefined ? {} : { className: 'comment-text__link', title: link })}>
        {content}
      </span>
    );
  });
}

/** Nothing when the comment is empty. Links are shown, not followed: a press opens the card to edit it. */
export function CommentText({ comment }: { readonly comment: string }) {
  const { blocks } = useMemo(() => parseComment(comment), [comment]);
  if (blocks.length === 0) return null;
  return (
    <div className="comment-text" dir="auto">
      {blocks.map((block, index) => {
        if (!('inlines' in block)) return null;
        const content = <Inlines inlines={block.inlines} />;
        if (block.type !== 'listItem') {
          // biome-ignore lint/suspicious/noArrayIndexKey: a comment is shown whole, anew when it changes
          return <p key={index}>{content}</p>;
        }
        return (
          <p
            // biome-ignore lint/suspicious/noArrayIndexKey: a comment is shown whole, anew when it changes
            key={index}
            className="comment-text__item"
            data-list={block.list}
            style={{ marginLeft: `${block.depth * 14}px` }}
          >
            {content}
          </p>
        );
      })}
    </div>
  );
}
