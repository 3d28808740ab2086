/** The small editor of a comment: paragraphs, lists, bold, italic and links, nothing else. */
import { buildEditorFromExtensions, configExtension, defineExtension } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { LinkExtension } from '@lexical/link';
import { ListExtension } from '@lexical/list';
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  registerMarkdownShortcuts,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { RichTextExtension } from '@lexical/rich-text';
import { parseComment, printComment } from '@shared/comments/comment-markdown';
import {
  $getRoot,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  FORMAT_TEXT_COMMAND,
  HISTORY_MERGE_TAG,
  type LexicalEditorWithDispose,
  mergeRegister,
  SKIP_SELECTION_FOCUS_TAG,
} from 'lexical';
import { $setBody } from '../body-to-nodes';
import { $getBody } from '../nodes-to-body';

const shortcuts = [
  UNORDERED_LIST,
  ORDERED_LIST,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
];
const allowedAddress = /^(https?:\/\/|mailto:)\S+$/i;
const loadTag = 'postil-comment-load';

/** Builds the editor; dispose of it when its card goes. */
export function createCommentEditor(markdown: string): LexicalEditorWithDispose {
  return buildEditorFromExtensions(
    defineExtension({
      name: 'postil/comment',
      dependencies: [
        RichTextExtension,
        HistoryExtension,
        ListExtension,
        configExtension(LinkExtension, { validateUrl: (url: string) => allowedAddress.test(url) }),
      ],
      namespace: 'postil-comment',
      onError: (error) => {
        throw error;
      },
      $initialEditorState: () => $setBody(parseComment(markdown), true),
      register: (editor) =>
        mergeRegister(
          registerMarkdownShortcuts(editor, shortcuts),
          // Marks a comment's Markdown has no sign for would be lost when it is read again.
          editor.registerCommand(
            FORMAT_TEXT_COMMAND,
            (format) => format !== 'bold' && format !== 'italic',
            COMMAND_PRIORITY_CRITICAL,
          ),
        ),
    }),
  );
}

/** What the editor holds, as Markdown. */
export const commentOf = (editor: LexicalEditorWithDispose): string => printComment(editor.read($getBody));

/** Replaces what the editor holds, as when the comment was changed elsewhere. Nothing happens when it holds it. */
export function setComment(editor: LexicalEditorWithDispose, markdown: string): void {
  if (commentOf(editor) === markdown) return;
  editor.update(
    () => {
      $setBody(parseComment(markdown), true);
      // A selection left in it would draw the focus here, away from whoever undid the comment.
      $setSelection(null);
    },
    { tag: [HISTORY_MERGE_TAG, loadTag, SKIP_SELECTION_FOCUS_TAG], discrete: true },
  );
}

/** Hears every change a person makes. Returns its disposer. */
export function onCommentEdit(editor: LexicalEditorWithDispose, listener: () => void): () => void {
  return editor.registerUpdateListener(({ tags, dirtyElements, dirtyLeaves }) => {
    if (!tags.has(loadTag) && (dirtyElements.size > 0 || dirtyLeaves.size > 0)) listener();
  });
}

/** Puts the caret behind the last word, at once: what is typed next goes there. */
export function caretToEnd(editor: LexicalEditorWithDispose): void {
  editor.update(() => void $getRoot().selectEnd(), { discrete: true });
}
