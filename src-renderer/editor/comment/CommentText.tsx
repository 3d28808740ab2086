/** A comment as it reads: formatted, made of elements, never of HTML. */

import { parseComment } from '@shared/comments/comment-markdown';
import type { Inline, TextRun } from '@shared/model/block';
import { type ReactNode, useMemo } from 'react';
import './comment.css';

function shown({ text, marks = [] }: TextRun): ReactNode {
  const italic = marks.includes('italic') ? <em>{text}</em> : text;
  return marks.includes('bold') ? <strong>{italic}</strong> : italic;
}

interface InlinesProps {
  readonly inlines: readonly Inline[];
  readonly onFollow: (address: string) => void;
}

function Inlines({ inlines, onFollow }: InlinesProps) {
  return inlines.map((inline, index) => {
    const content = inline.type === 'text' ? shown(inline) : inline.text;
    const link = inline.type === 'text' ? inline.link : undefined;
    // Runs have no identity but their place.
    // biome-ignore lint/suspicious/noArrayIndexKey: a comment is shown whole, anew when it changes
    if (link === undefined) return <span key={index}>{content}</span>;
    return (
      <button
        // biome-ignore lint/suspicious/noArrayIndexKey: a comment is shown whole, anew when it changes
        key={index}
        type="button"
        role="link"
        className="comment-text__link"
        title={link}
        onClick={(event) => {
          // A press elsewhere in the comment opens its card.
          event.stopPropagation();
          onFollow(link);
        }}
      >
        {content}
      </button>
    );
  });
}

interface CommentTextProps {
  readonly comment: string;
  /** A link was pressed: its address, `http`, `https` or `mailto`. */
  readonly onFollow: (address: string) => void;
}

/** Nothing when the comment is empty. */
export function CommentText({ comment, onFollow }: CommentTextProps) {
  const { blocks } = useMemo(() => parseComment(comment), [comment]);
  if (blocks.length === 0) return null;
  return (
    <div className="comment-text" dir="auto">
      {blocks.map((block, index) => {
        if (!('inlines' in block)) return null;
        const content = <Inlines inlines={block.inlines} onFollow={onFollow} />;
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
