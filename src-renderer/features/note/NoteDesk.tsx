/** Puts the parts of the note editor together. */
import { shell } from '@renderer/client/client';
import { domRangeOf } from '@renderer/editor/dom-points';
import { caretTarget, clickTarget, type TextTarget } from '@renderer/editor/dom-targets';
import { EditorSurface } from '@renderer/editor/EditorSurface';
import { type Paint, paintNames } from '@renderer/editor/highlights';
import { insertPassage, redoText, setLink, undoText, writingState } from '@renderer/editor/writing-commands';
import { getAnnotationTarget } from '@renderer/features/document/annotation-target';
import { Backlinks } from '@renderer/features/document/Backlinks';
import { FindBar } from '@renderer/features/document/FindBar';
import type { SavedSession } from '@renderer/features/document/saved-session';
import { showFailure } from '@renderer/features/document/saved-session';
import { TitleField } from '@renderer/features/document/TitleField';
import { useFind } from '@renderer/features/document/use-find';
import { usePainter } from '@renderer/features/document/use-painter';
import { useTextMap } from '@renderer/features/document/use-saved-session';
import { onCommand } from '@renderer/ui/command-bus';
import { PromptDialog } from '@renderer/ui/PromptDialog';
import { showToast } from '@renderer/ui/toasts';
import { findHits, termsOf } from '@shared/query/find-hits';
import { parseQuery } from '@shared/query/parse-query';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MentionMenu } from './MentionMenu';
import type { NotePaneProps } from './note-pane-props';
import { PassageCard } from './PassageCard';
import { PassagePicker } from './PassagePicker';
import { WritingToolbar } from './WritingToolbar';
import './note.css';

interface Range {
  readonly start: number;
  readonly end: number;
}

const allowedAddress = /^(https?:\/\/|mailto:)\S+$/i;
const noRanges: readonly Range[] = [];

/** A note without text is new, and its title is written first, this long after it was made. */
const justMadeMs = 5000;

/** Shown once the session is there. */
export function NoteDesk({ view, session, target, onOpen }: NotePaneProps & { readonly session: SavedSession }) {
  const { t } = useTranslation();
  const { document: note, backlinks } = view;
  const { text } = session;
  const { editor } = text;
  const pane = useRef<HTMLDivElement>(null);
  const map = useTextMap(text);
  const [dialog, setDialog] = useState<'passage' | 'link' | null>(null);
  useUndo(session);

  const show = useCallback(
    ({ start, end }: Range) => {
      const rect = domRangeOf(editor, text.map(), start, end)?.getBoundingClientRect();
      const seen = pane.current?.getBoundingClientRect();
      if (rect !== undefined && seen !== undefined && pane.current !== null)
        pane.current.scrollTop += rect.top - seen.top - seen.height * 0.32;
    },
    [editor, text],
  );
  const find = useFind(
    map,
    show,
    useCallback(() => editor.getRootElement()?.focus(), [editor]),
  );
  const query = target?.query ?? '';
  const hits = useMemo(
    () => (query === '' ? noRanges : findHits(map.text, termsOf(parseQuery(query, { typing: true })))),
    [map.text, query],
  );
  const { matches, current } = find;
  const painted = useMemo((): Paint => {
    const match = find.open ? matches[current] : undefined;
    const all = find.open ? matches : hits;
    return new Map(
      paintNames
        .filter((name) => name === 'hit' || name === 'current-hit')
        .map((name) => [name, name === 'hit' ? all : match === undefined ? [] : [match]]),
    );
  }, [find.open, matches, current, hits]);
  usePainter(text, pane, painted);
  const firstHit = target?.place ?? hits[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes there once per target
  useEffect(() => {
    if (firstHit !== undefined) show(firstHit);
  }, [target]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey) || !event.shiftKey) return;
    if (event.code === 'KeyQ') setDialog('passage');
    else if (event.code === 'KeyK') setDialog('link');
    else return;
    event.preventDefault();
  };
  const follow = (meant: TextTarget): void => {
    if ('address' in meant) void shell().openExternal(meant.address);
    else if ('document' in meant.mention) onOpen(meant.mention.document);
    else
      getAnnotationTarget(meant.mention.annotation).then(
        ({ document, annotation }) => onOpen(document, { annotation }),
        showFailure,
      );
  };
  const onClick = (event: MouseEvent): void => {
    const meant = event.target instanceof Node ? clickTarget(editor, event.target) : null;
    if (meant !== null && ('mention' in meant || event.ctrlKey || event.metaKey)) follow(meant);
  };
  // Ctrl+Enter follows what the caret touches; caught before the editor makes a paragraph of it.
  const onTextKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // The editor hears of a moved caret a moment later than the window's selection has it.
    const caret = document.getSelection()?.focusNode ?? null;
    const meant = (caret === null ? null : clickTarget(editor, caret)) ?? caretTarget(editor);
    if (meant === null) return;
    event.preventDefault();
    event.stopPropagation();
    follow(meant);
  };
  const link = (address: string): void => {
    if (address !== '' && !allowedAddress.test(address))
      return void showToast({ text: t('note.linkRefused'), tone: 'failed' });
    setLink(editor, address === '' ? null : address);
    editor.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole note, wherever the focus is in it
    <div className="note-pane" onKeyDown={onKeyDown}>
      {find.open && <FindBar find={find} />}
      <WritingToolbar text={text} onLink={() => setDialog('link')} onPassage={() => setDialog('passage')} />
      <div className="note-pane__scroll" ref={pane}>
        <div className="note-column">
          <TitleField
            uid={note.uid}
            title={note.title}
            language={note.metadata.language}
            placeholder={t('note.titlePlaceholder')}
            autoFocus={note.text === '' && Date.now() - note.createdAtMs < justMadeMs}
            onEnter={() => editor.focus()}
          />
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: Ctrl+Enter does the same, caught before the editor */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a click on a mention opens it */}
          <div className="note-text" onClick={onClick} onKeyDownCapture={onTextKey}>
            {map.text === '' && map.leaves.length <= 1 && (
              <p className="note-text__hint" aria-hidden>
                {t('note.placeholder')}
              </p>
            )}
            <EditorSurface
              session={text}
              editable
              label={t('note.text', { title: note.title })}
              language={note.metadata.language}
              renderPassage={(content) => <PassageCard content={content} onOpen={onOpen} />}
            />
            <MentionMenu text={text} self={note.uid} />
          </div>
          <Backlinks backlinks={backlinks} onOpen={onOpen} />
        </div>
      </div>
      {dialog === 'passage' && (
        <PassagePicker
          onClose={() => setDialog(null)}
          onChoose={({ uid, document, selector }) => {
            insertPassage(editor, { annotation: uid, document, text: selector.exact });
            editor.focus();
          }}
        />
      )}
      {dialog === 'link' && (
        <PromptDialog
          title={t('note.linkTitle')}
          label={t('note.linkAddress')}
          hint={t('note.linkHint')}
          initial={writingState(editor).link ?? 'https://'}
          confirm={t('common.ok')}
          mayBeEmpty
          onSubmit={link}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}

/** Undo and redo asked for by menu or palette; a plain field with the focus keeps its own. */
function useUndo({ text }: SavedSession): void {
  useEffect(() => {
    const inField = (): boolean =>
      document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement;
    const stops = [
      onCommand('undo', () => (inField() ? false : undoText(text.editor))),
      onCommand('redo', () => (inField() ? false : redoText(text.editor))),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [text]);
}
