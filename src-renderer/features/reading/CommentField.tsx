/** The comment of an annotation: read formatted, written as rich text, saved at a pause and when left. */
import { CallError, call, shell } from '@renderer/client/client';
import { Autosave } from '@renderer/editor/autosave';
import { CommentEditor, type CommentHandle } from '@renderer/editor/comment/CommentEditor';
import { CommentText } from '@renderer/editor/comment/CommentText';
import { onFlush, trackSave } from '@renderer/features/document/pending-saves';
import { failureWords, showFailure } from '@renderer/features/document/saved-session';
import { useTranslation } from '@renderer/i18n/words';
import { savedPart } from '@renderer/ui/save-state';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import { type Ref, useEffect, useRef, useState } from 'react';

export type { CommentHandle };

interface CommentFieldProps {
  readonly annotation: Annotation;
  readonly quote: string;
  readonly editable: boolean;
  /** Told once writing is over: what it held when entered, and now. */
  readonly onLeave: (before: string, after: string) => void;
  readonly ref?: Ref<CommentHandle>;
}

/** The shell shows the whole address and asks before anything opens. */
const askToOpen = (address: string): void => void shell().openExternal(address);

/** Formatted text until the card is in use. */
export function CommentField({ editable, ...props }: CommentFieldProps) {
  return editable ? (
    <WrittenComment {...props} />
  ) : (
    <CommentText comment={props.annotation.comment} onFollow={askToOpen} />
  );
}

/** A passage that is gone meanwhile takes no comment, however often it is tried: that is said once. */
async function saveComment(uid: AnnotationUid, comment: string): Promise<void> {
  try {
    await call('updateAnnotation', { uid, comment });
  } catch (failed) {
    if (!(failed instanceof CallError && failed.data.code === 'annotation/not-found')) throw failed;
    showFailure(failed);
  }
}

/** Never loses what was typed: it is saved before the field goes away. */
function WrittenComment({ annotation, quote, onLeave, ref }: Omit<CommentFieldProps, 'editable'>) {
  const { t } = useTranslation();
  const { uid, document, comment } = annotation;
  const draft = useRef(comment);
  const entered = useRef<string | null>(null);
  const latest = useRef(onLeave);
  latest.current = onLeave;
  const [saver] = useState(() => {
    const told = savedPart();
    return new Autosave({
      save: () => saveComment(uid, draft.current),
      onState: (state) => told(typeof state === 'string' ? state : { failed: failureWords(state.failed) }),
    });
  });
  useEffect(() => {
    if (!saver.pending && entered.current === null) draft.current = comment;
  }, [comment, saver]);
  const leave = useRef((): Promise<void> => {
    const before = entered.current;
    const after = draft.current;
    entered.current = null;
    return saver.flush().then(() => {
      if (before !== null && before !== after) latest.current(before, after);
    });
  });
  useEffect(() => {
    const stop = onFlush(() => saver.flush());
    const { current: end } = leave;
    return () => {
      stop();
      // A field that goes away while it has the focus is never told that it was left.
      if (saver.pending || entered.current !== null) trackSave(document, end());
    };
  }, [saver, document]);
  return (
    <CommentEditor
      ref={ref}
      comment={comment}
      label={t('reading.commentOf', { quote })}
      placeholder={t('reading.commentPlaceholder')}
      onFocus={() => {
        entered.current ??= draft.current;
      }}
      onEdit={(next) => {
        if (next === draft.current) return;
        draft.current = next;
        saver.changed();
      }}
      onBlur={() => void leave.current()}
      onFollow={askToOpen}
      onEscape={(element) => element.closest('article')?.focus({ preventScroll: true })}
    />
  );
}
