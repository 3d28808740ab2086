/** The element an editor lives in, locked or not, with its embedded passages. */
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { addHighlightStyles } from './highlights';
import type { PassageContent } from './nodes/passage-node';
import { showPageMarks } from './page-marks';
import type { TextSession } from './text-session';
import { lockTyping } from './typing-lock';
import './editor.css';

export interface EditorSurfaceProps {
  readonly session: TextSession;
  readonly editable: boolean;
  /** Accessible name. */
  readonly label: string;
  /** BCP 47 language of the text; empty when unknown. */
  readonly language: string;
  /** Id of an element that says which keys work here. */
  readonly describedBy?: string;
  /** Shows a quoted passage; its quotation must stand in an element with `data-quote`. `key` is its node's. */
  readonly renderPassage: (content: PassageContent, key: string) => ReactNode;
}

/** Shows a session's text. */
export function EditorSurface({ session, editable, label, language, describedBy, renderPassage }: EditorSurfaceProps) {
  const root = useRef<HTMLDivElement>(null);
  const passages = usePassages(session);
  useLayoutEffect(() => {
    addHighlightStyles();
    session.editor.setRootElement(root.current);
    const hidePageMarks = showPageMarks(session.editor);
    return () => {
      hidePageMarks();
      session.editor.setRootElement(null);
    };
  }, [session]);
  useLayoutEffect(() => {
    session.editor.setEditable(editable);
    const element = root.current;
    if (element === null) return;
    if (!editable) return lockTyping(element);
    element.contentEditable = 'true';
  }, [session, editable]);
  return (
    <>
      {/* No direction of its own: each block has one, and "auto" here would look through all of them at each insertion. */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it may have take a name */}
      <div
        ref={root}
        className="editor-surface"
        role={editable ? 'textbox' : 'document'}
        {...(editable ? { 'aria-multiline': true } : {})}
        aria-label={label}
        aria-describedby={describedBy}
        lang={language || undefined}
        tabIndex={0}
        spellCheck={false}
        suppressContentEditableWarning
      />
      {passages.map(({ key, element, content }) => createPortal(renderPassage(content, key), element, key))}
    </>
  );
}

interface ShownPassage {
  readonly key: string;
  readonly element: HTMLElement;
  readonly content: PassageContent;
}

function usePassages(session: TextSession): readonly ShownPassage[] {
  const [passages, setPassages] = useState<readonly ShownPassage[]>([]);
  useEffect(() => {
    const { editor } = session;
    const show = (decorators: Record<string, PassageContent>): void => {
      const shown: ShownPassage[] = [];
      for (const [key, content] of Object.entries(decorators)) {
        const element = editor.getElementByKey(key);
        // Rules are decorators too, and show themselves.
        if (element?.classList.contains('passage-block')) shown.push({ key, element, content });
      }
      setPassages(shown);
    };
    show(editor.getDecorators<PassageContent>());
    return editor.registerDecoratorListener<PassageContent>(show);
  }, [session]);
  return passages;
}
