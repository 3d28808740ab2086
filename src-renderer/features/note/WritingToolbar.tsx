/** The quiet row of formatting above a note. */

import type { TextSession } from '@renderer/editor/text-session';
import {
  insertRule,
  onWriting,
  plainState,
  redoText,
  setBlock,
  toggleMark,
  undoText,
  type WritingState,
  writableBlocks,
  writingState,
} from '@renderer/editor/writing-commands';
import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { MenuButton } from '@renderer/ui/Menu';
import type { Mark } from '@shared/model/block';
import {
  Bold,
  ChevronDown,
  Code,
  Italic,
  Link2,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Minus,
  Quote,
  Redo2,
  Strikethrough,
  TextQuote,
  Underline,
  Undo2,
} from 'lucide-react';
import { type MouseEvent, useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';

interface WritingToolbarProps {
  readonly text: TextSession;
  readonly onLink: () => void;
  readonly onPassage: () => void;
}

const markButtons: readonly { readonly mark: Mark; readonly icon: LucideIcon; readonly keys?: string }[] = [
  { mark: 'bold', icon: Bold, keys: 'Ctrl B' },
  { mark: 'italic', icon: Italic, keys: 'Ctrl I' },
  { mark: 'underline', icon: Underline, keys: 'Ctrl U' },
  { mark: 'strike', icon: Strikethrough },
  { mark: 'code', icon: Code },
];
const listButtons = [
  { block: 'bulleted', icon: List },
  { block: 'ordered', icon: ListOrdered },
  { block: 'checked', icon: ListChecks },
  { block: 'quote', icon: Quote },
] as const;

const sameState = (a: WritingState, b: WritingState): boolean =>
  a.block === b.block && a.link === b.link && a.marks.join() === b.marks.join();

function useWritingState(text: TextSession): WritingState {
  const [state, setState] = useState(plainState);
  useEffect(
    () =>
      onWriting(text.editor, () => {
        const next = writingState(text.editor);
        setState((now) => (sameState(now, next) ? now : next));
      }),
    [text],
  );
  return state;
}

/** Pressing a button never takes the caret from the text. */
export function WritingToolbar({ text, onLink, onPassage }: WritingToolbarProps) {
  const { t } = useTranslation();
  const { block, marks, link } = useWritingState(text);
  const { editor } = text;
  const blockName = t('note.blockKind', { block: t(`note.blocks.${block}`) });
  const keepCaret = (event: MouseEvent): void => event.preventDefault();
  return (
    <div className="writing-tools" role="toolbar" aria-label={t('note.toolbar')} onMouseDown={keepCaret}>
      <MenuButton
        label={blockName}
        entries={writableBlocks.map((id) => ({ id, label: t(`note.blocks.${id}`), run: () => setBlock(editor, id) }))}
      >
        <AriaButton className="button button--quiet writing-tools__block" aria-label={blockName}>
          {t(`note.blocks.${block}`)}
          <ChevronDown size={13} aria-hidden />
        </AriaButton>
      </MenuButton>
      <span className="writing-tools__rule" aria-hidden />
      {markButtons.map(({ mark, icon, keys }) => (
        <span key={mark} className={marks.includes(mark) ? 'writing-tools__on' : undefined}>
          <IconButton
            label={t(`note.marks.${mark}`)}
            {...(keys === undefined ? {} : { keys })}
            icon={icon}
            aria-pressed={marks.includes(mark)}
            onPress={() => toggleMark(editor, mark)}
            small
          />
        </span>
      ))}
      <span className={link === null ? undefined : 'writing-tools__on'}>
        <IconButton
          label={t('note.link')}
          keys="Ctrl ⇧ K"
          icon={Link2}
          aria-pressed={link !== null}
          onPress={onLink}
          small
        />
      </span>
      <span className="writing-tools__rule" aria-hidden />
      {listButtons.map(({ block: kind, icon }) => (
        <span key={kind} className={kind === block ? 'writing-tools__on' : undefined}>
          <IconButton
            label={t(`note.blocks.${kind}`)}
            icon={icon}
            aria-pressed={kind === block}
            onPress={() => setBlock(editor, kind)}
            small
          />
        </span>
      ))}
      <IconButton label={t('note.rule')} icon={Minus} onPress={() => insertRule(editor)} small />
      <IconButton label={t('note.insertPassage')} keys="Ctrl ⇧ Q" icon={TextQuote} onPress={onPassage} small />
      <span className="writing-tools__gap" />
      <IconButton label={t('note.undo')} keys="Ctrl Z" icon={Undo2} onPress={() => undoText(editor)} small />
      <IconButton label={t('note.redo')} keys="Ctrl ⇧ Z" icon={Redo2} onPress={() => redoText(editor)} small />
    </div>
  );
}
