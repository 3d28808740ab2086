/** Going where a mention, a link or a quoted passage leads: by click, or by Ctrl+Enter at the caret. */
import { shell } from '@renderer/client/client';
import { caretTarget, clickTarget, type TextTarget } from '@renderer/editor/dom-targets';
import { selectedPassage } from '@renderer/editor/nodes/passage-acts';
import type { TextSession } from '@renderer/editor/text-session';
import { getAnnotationTarget } from '@renderer/features/document/annotation-target';
import { showFailure } from '@renderer/features/document/saved-session';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { NotePaneProps } from './note-pane-props';

interface Following {
  readonly onClick: (event: MouseEvent) => void;
  /** Takes Ctrl+Enter, before the editor makes a paragraph of it; false for any other key. */
  readonly followKey: (event: KeyboardEvent) => boolean;
}

/** Handlers for the element around the text. */
export function useFollowing({ editor }: TextSession, onOpen: NotePaneProps['onOpen']): Following {
  const follow = (meant: TextTarget): void => {
    if ('address' in meant) void shell().openExternal(meant.address);
    else if ('document' in meant.mention) onOpen(meant.mention.document);
    else
      getAnnotationTarget(meant.mention.annotation).then(
        ({ document, annotation }) => onOpen(document, { annotation }),
        showFailure,
      );
  };
  return {
    onClick: (event) => {
      const meant = event.target instanceof Node ? clickTarget(editor, event.target) : null;
      if (meant !== null && ('mention' in meant || event.ctrlKey || event.metaKey)) follow(meant);
    },
    followKey: (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
      const passage = selectedPassage(editor);
      if (passage !== null) {
        onOpen(passage.content.document, { annotation: passage.content.annotation });
        return true;
      }
      const meant = caretTarget(editor);
      if (meant !== null) follow(meant);
      return meant !== null;
    },
  };
}
