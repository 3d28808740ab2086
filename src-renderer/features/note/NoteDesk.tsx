/** Puts the parts of the note editor together. */
import { EditorSurface } from '@renderer/editor/EditorSurface';
import { insertPassage, setLink, writingState } from '@renderer/editor/writing-commands';
import { Backlinks } from '@renderer/features/document/Backlinks';
import { DocumentLinks } from '@renderer/features/document/DocumentLinks';
import { FindBar } from '@renderer/features/document/FindBar';
import { HitSteps } from '@renderer/features/document/HitSteps';
import { RelatedDocuments } from '@renderer/features/document/RelatedDocuments';
import { removeLink } from '@renderer/features/document/remove-link';
import { type SavedSession, showFailure } from '@renderer/features/document/saved-session';
import { TitleField } from '@renderer/features/document/TitleField';
import { useReadingPlace } from '@renderer/features/document/use-reading-place';
import { useReplace } from '@renderer/features/document/use-replace';
import { useTextMap } from '@renderer/features/document/use-saved-session';
import { useTextFocus } from '@renderer/features/document/use-text-focus';
import { useWindowedBlocks } from '@renderer/features/document/use-windowed-blocks';
import { useTranslation } from '@renderer/i18n/words';
import { PromptDialog } from '@renderer/ui/PromptDialog';
import { usePaneCommands } from '@renderer/ui/panes';
import { showToast } from '@renderer/ui/toasts';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { MentionMenu } from './MentionMenu';
import type { NotePaneProps } from './note-pane-props';
import { PassagePicker } from './PassagePicker';
import { useFollowing } from './use-following';
import { useNoteFind } from './use-note-find';
import { useNotePictures } from './use-note-pictures';
import { usePassages } from './use-passages';
import { WritingToolbar } from './WritingToolbar';
import './note.css';

const allowedAddress = /^(https?:\/\/|mailto:)\S+$/i;

/** A note is new, and its title is written first, this long after it was made. */
const justMadeMs = 5000;

/** Shown once the session is there. */
export function NoteDesk({ view, session, target, onOpen }: NotePaneProps & { readonly session: SavedSession }) {
  const { t } = useTranslation();
  const { document: note, documentLinks, backlinks } = view;
  const { text } = session;
  const { editor } = text;
  const pane = useRef<HTMLDivElement>(null);
  const map = useTextMap(text);
  const [dialog, setDialog] = useState<'passage' | 'link' | null>(null);
  useUndo(session);
  const leads = target?.annotation !== undefined || target?.place !== undefined || target?.query !== undefined;
  useReadingPlace({ uid: note.uid, text, pane, restore: !leads });
  useWindowedBlocks(text, pane);
  useTextFocus(text, target);
  const { find, show, steps, clearHits } = useNoteFind(text, map, pane, target);
  const replace = useReplace({ find, session, unlock: null });
  const passages = usePassages(text, show, onOpen);
  const following = useFollowing(text, onOpen);
  useNotePictures(text, note.uid);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey) || !event.shiftKey) return;
    if (event.code === 'KeyQ') setDialog('passage');
    else if (event.code === 'KeyK') setDialog('link');
    else return;
    event.preventDefault();
  };
  // Caught before the editor sees the key.
  const onTextKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.target instanceof HTMLTextAreaElement) return;
    const taken = following.followKey(event) || passages.takeKey(event);
    if (!taken) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const linkRemoved = (): void => {
    const undo = (): void => void session.history.undo().catch(showFailure);
    showToast({ text: t('links.removed'), action: { label: t('common.undo'), run: undo } });
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
      {find.open && <FindBar find={find} replace={replace} />}
      <WritingToolbar text={text} onLink={() => setDialog('link')} onPassage={() => setDialog('passage')} />
      {passages.bar}
      {steps.count > 0 && (
        <div className="hit-steps--bar">
          <HitSteps steps={steps} onClear={clearHits} />
        </div>
      )}
      <div className="note-pane__scroll" ref={pane}>
        <div className="note-column">
          <TitleField
            uid={note.uid}
            title={note.title}
            language={note.metadata.language}
            placeholder={t('note.titlePlaceholder')}
            autoFocus={note.revision === 0 && Date.now() - note.createdAtMs < justMadeMs}
            onEnter={() => editor.focus()}
          />
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: Ctrl+Enter does the same, caught before the editor */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a click on a mention opens it */}
          <div className="note-text" onClick={following.onClick} onKeyDownCapture={onTextKey}>
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
              renderPassage={passages.card}
            />
            <MentionMenu text={text} self={note.uid} />
          </div>
          <DocumentLinks
            links={documentLinks}
            onOpen={onOpen}
            onUnlink={(link) => void removeLink(session.history, link).then(linkRemoved, showFailure)}
          />
          <Backlinks backlinks={backlinks} onOpen={onOpen} />
          <RelatedDocuments uid={note.uid} onOpen={onOpen} />
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
function useUndo({ history }: SavedSession): void {
  const onCommand = usePaneCommands();
  useEffect(() => {
    const inField = (): boolean =>
      document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement;
    const taking = (step: 'undo' | 'redo') => () => (inField() ? false : void history[step]().catch(showFailure));
    const stops = [onCommand('undo', taking('undo')), onCommand('redo', taking('redo'))];
    return () => {
      for (const stop of stops) stop();
    };
  }, [onCommand, history]);
}
