/** The element a comment is written in. */
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { caretTarget, clickTarget, type TextTarget } from '../dom-targets';
import { caretToEnd, commentOf, createCommentEditor, onCommentEdit, setComment } from './comment-editor';
import './comment.css';

export interface CommentHandle {
  /** Puts the caret at the end. */
  readonly focus: () => void;
}

interface CommentEditorProps {
  /** Markdown; taken over while nothing typed here waits to be saved. */
  readonly comment: string;
  readonly label: string;
  readonly placeholder: string;
  readonly onEdit: (comment: string) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  /** Escape, outside of an input method's work. */
  readonly onEscape: (element: HTMLElement) => void;
  /** A link was pressed with Ctrl, or Ctrl+Enter on it: its address. */
  readonly onFollow: (address: string) => void;
  readonly ref?: Ref<CommentHandle> | undefined;
}

/** A small rich text field. Keys typed in it go no further. */
export function CommentEditor(props: CommentEditorProps) {
  const { comment, label, placeholder, onEdit, onFocus, onBlur, onEscape, onFollow, ref } = props;
  const root = useRef<HTMLDivElement>(null);
  const [editor] = useState(() => createCommentEditor(comment));
  const [empty, setEmpty] = useState(comment === '');
  const edited = useRef(onEdit);
  edited.current = onEdit;
  useLayoutEffect(() => {
    editor.setRootElement(root.current);
    const stop = onCommentEdit(editor, () => {
      const now = commentOf(editor);
      setEmpty(now === '');
      edited.current(now);
    });
    return () => {
      stop();
      editor.setRootElement(null);
    };
  }, [editor]);
  useEffect(() => {
    if (editor.getRootElement() === document.activeElement) return;
    setComment(editor, comment);
    setEmpty(comment === '');
  }, [editor, comment]);
  useImperativeHandle(
    ref,
    () => ({
      focus: () => {
        // Lexical's own focus moves the selection only, and later: the text's editor may take it back before.
        root.current?.focus({ preventScroll: true });
        caretToEnd(editor);
      },
    }),
    [editor],
  );
  const follow = (target: TextTarget | null): boolean => {
    if (target === null || !('address' in target)) return false;
    onFollow(target.address);
    return true;
  };
  return (
    <div className="comment-editor">
      {empty && (
        <span className="comment-editor__placeholder" aria-hidden>
          {placeholder}
        </span>
      )}
      <div
        ref={root}
        className="comment-text comment-editor__field"
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        aria-multiline
        aria-label={label}
        tabIndex={0}
        spellCheck={false}
        dir="auto"
        onFocus={onFocus}
        onBlur={onBlur}
        onClick={(event) => {
          if (!(event.ctrlKey || event.metaKey) || !(event.target instanceof Node)) return;
          // Elsewhere such a press chooses the card.
          if (follow(clickTarget(editor, event.target))) event.stopPropagation();
        }}
        onKeyDownCapture={(event) => {
          // Before the editor makes a paragraph of it.
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !follow(caretTarget(editor))) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onKeyDown={(event) => {
          // The room's keys are letters too; the window's commands are native listeners and still hear theirs.
          event.stopPropagation();
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onEscape(event.currentTarget);
        }}
      />
    </div>
  );
}
