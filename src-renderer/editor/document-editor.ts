/** The editor of a document: which Lexical extensions it is made of and how it starts. */
import { CodeExtension } from '@lexical/code';
import {
  buildEditorFromExtensions,
  configExtension,
  defineExtension,
  HorizontalRuleExtension,
  TabIndentationExtension,
} from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { LinkExtension } from '@lexical/link';
import { CheckListExtension, ListExtension } from '@lexical/list';
import { registerMarkdownShortcuts } from '@lexical/markdown';
import { RichTextExtension } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import type { Body } from '@shared/model/block';
import { $getRoot, type LexicalEditorWithDispose, mergeRegister } from 'lexical';
import { $setBody } from './body-to-nodes';
import { editorTheme } from './editor-theme';
import { type EditorWords, setWords } from './editor-words';
import { markdownShortcuts, registerCheckShortcut } from './markdown-shortcuts';
import { FigureNode } from './nodes/figure-node';
import { MentionNode } from './nodes/mention-node';
import { PassageNode } from './nodes/passage-node';

export interface DocumentEditorOptions {
  readonly body: Body;
  readonly words: EditorWords;
  /** False: the text is shown and selected in, not changed. */
  readonly editable: boolean;
  /** Whether typing Markdown makes headings, lists and emphasis. */
  readonly markdown: boolean;
}

/** Steps that can be undone; each keeps a whole state, most of it shared with its neighbours. */
const mostSteps = 300;

const allowedAddress = /^(https?:\/\/|mailto:)\S+$/i;

/** Builds an editor; it shows itself once it has an element. Dispose of it after its last save. */
export function createDocumentEditor({
  body,
  words,
  editable,
  markdown,
}: DocumentEditorOptions): LexicalEditorWithDispose {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'postil/document',
      dependencies: [
        RichTextExtension,
        // Lexical keeps no history where there is no window, as in tests.
        configExtension(HistoryExtension, { disabled: false, maxDepth: mostSteps }),
        ListExtension,
        CheckListExtension,
        CodeExtension,
        HorizontalRuleExtension,
        configExtension(TabIndentationExtension, { maxIndent: 8 }),
        configExtension(LinkExtension, { validateUrl: (url: string) => allowedAddress.test(url) }),
      ],
      nodes: () => [TableNode, TableRowNode, TableCellNode, FigureNode, MentionNode, PassageNode],
      theme: editorTheme,
      editable,
      namespace: 'postil',
      onError: (error) => {
        throw error;
      },
      $initialEditorState: () => $setBody(body, markdown),
      register: (made) =>
        markdown
          ? mergeRegister(registerMarkdownShortcuts(made, markdownShortcuts), registerCheckShortcut(made))
          : () => {},
    }),
  );
  setWords(editor, words);
  editor.read($knowRootText);
  return editor;
}

/** Lexical compares the whole text at every update, a moved caret included, and works it out each time until an edit has made it known. */
function $knowRootText(): void {
  const root = $getRoot();
  root.__cachedText = root.getTextContent();
}
