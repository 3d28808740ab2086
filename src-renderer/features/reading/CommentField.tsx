/** The comment of an annotation: grows with its text, saves at a pause and when left. */
import { Autosave } from '@renderer/editor/autosave';
import { onFlush, trackSave } from '@renderer/features/document/pending-saves';
import { showFailure } from '@renderer/features/document/saved-session';
import { setSaveState } from '@renderer/ui/save-state';
import type { DocumentUid } from '@shared/model/ids';
import { type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface CommentFieldProps {
  readonly document: DocumentUid;
  readonly quote: string;
  readonly comment: string;
  /** Saves a text that is not final yet. */
  readonly onSave: (comment: string) => Promise<void>;
  /** Told once the field is left: what it held when entered, and now. */
  readonly onLeave: (before: string, after: string) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Never loses what was typed: it is saved before the field goes away. */
export function CommentField({ document, quote, comment, onSave, onLeave, ref }: CommentFieldProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(comment);
  const [entered, setEntered] = useState<string | null>(null);
  const latest = useRef({ draft, onSave });
  latest.current = { draft, onSave };
  const [saver] = useState(
    () =>
      new Autosave({
        save: () => latest.current.onSave(latest.current.draft),
        onState: (state) => {
          if (typeof state === 'string') return setSaveState(state);
          showFailure(state.failed);
        },
      }),
  );
  useEffect(() => {
    if (!saver.pending) setDraft(comment);
  }, [comment, saver]);
  useEffect(() => {
    const stop = onFlush(() => saver.flush());
    return () => {
      stop();
      if (saver.pending) trackSave(document, saver.flush());
    };
  }, [saver, document]);
  const leave = (): void => {
    const before = entered;
    setEntered(null);
    void saver.flush().then(() => {
      if (before !== null && before !== draft) onLeave(before, draft);
    });
  };
  return (
    <textarea
      ref={ref}
      className="comment-field"
      rows={1}
      value={draft}
      aria-label={t('reading.commentOf', { quote })}
      placeholder={t('reading.commentPlaceholder')}
      spellCheck={false}
      onFocus={() => setEntered(draft)}
      onChange={(event) => {
        latest.current = { draft: event.target.value, onSave };
        setDraft(event.target.value);
        saver.changed();
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) event.currentTarget.closest('article')?.focus();
      }}
    />
  );
}
