/** Completes a mention while `[[` or `@` is typed: documents by their title. */
import { useArchive } from '@renderer/client/queries';
import type { TextSession } from '@renderer/editor/text-session';
import { insertMention, type MentionTrigger, mentionTrigger, onWriting } from '@renderer/editor/writing-commands';
import type { DocumentSummary } from '@shared/model/document';
import { FileText, NotebookPen } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const offered = 8;

/** The trigger at the caret, with where the caret is in the window. */
function useTrigger(text: TextSession) {
  const [trigger, setTrigger] = useState<(MentionTrigger & { readonly left: number; readonly top: number }) | null>(
    null,
  );
  useEffect(
    () =>
      onWriting(text.editor, () => {
        const next = text.editor.isComposing() ? null : mentionTrigger(text.editor);
        const selection = document.getSelection();
        if (next === null || selection === null || selection.rangeCount === 0) return setTrigger(null);
        // The DOM selection is set after this update.
        requestAnimationFrame(() => {
          const rect = selection.rangeCount > 0 ? selection.getRangeAt(0).getBoundingClientRect() : null;
          setTrigger((now) =>
            rect === null
              ? null
              : now?.typed === next.typed && now.left === rect.left
                ? now
                : { ...next, left: rect.left, top: rect.bottom },
          );
        });
      }),
    [text],
  );
  return [trigger, () => setTrigger(null)] as const;
}

/** Put beside the editor; its keys are taken before the editor sees them. */
export function MentionMenu({ text, self }: { readonly text: TextSession; readonly self: string }) {
  const { t } = useTranslation();
  const [trigger, close] = useTrigger(text);
  const [at, setAt] = useState(0);
  const typed = trigger?.typed ?? '';
  const { data = [] } = useArchive('findTitles', { text: typed, limit: offered + 1 }, { enabled: trigger !== null });
  const found = data.filter(({ uid, title }) => uid !== self && title !== '').slice(0, offered);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the top again
  useEffect(() => setAt(0), [typed]);
  const choose = (document: DocumentSummary): void => {
    insertMention(text.editor, document.title, { document: document.uid });
    close();
  };
  const state = useRef({ found, at, choose, close });
  state.current = { found, at, choose, close };
  const open = trigger !== null && found.length > 0;
  useEffect(() => {
    if (!open) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      const { found: now, at: index, choose: take, close: leave } = state.current;
      const chosen = now[index];
      if (event.key === 'ArrowDown') setAt((index + 1) % now.length);
      else if (event.key === 'ArrowUp') setAt((index + now.length - 1) % now.length);
      else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) take(chosen);
      else if (event.key === 'Escape') leave();
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const root = text.editor.getRootElement();
    root?.addEventListener('keydown', onKeyDown, { capture: true });
    return () => root?.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [open, text]);
  if (trigger === null || !open) return null;
  return (
    <div
      className="mention-menu popover"
      role="listbox"
      aria-label={t('note.mentionMenu')}
      style={{ left: trigger.left, top: trigger.top + 4 }}
    >
      {found.map((document, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text
        <div
          key={document.uid}
          role="option"
          aria-selected={index === at}
          className={index === at ? 'picker__option picker__option--on' : 'picker__option'}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => setAt(index)}
          onClick={() => choose(document)}
        >
          {document.type === 'note' ? <NotebookPen size={14} aria-hidden /> : <FileText size={14} aria-hidden />}
          <span className="picker__label">{document.title}</span>
        </div>
      ))}
    </div>
  );
}
