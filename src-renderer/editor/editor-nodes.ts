/** The node types a body is made of in the editor, listed once. */
import { CodeNode } from '@lexical/code';
import { HorizontalRuleNode } from '@lexical/extension';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import { createState, type Klass, type LexicalNode } from 'lexical';
import { FigureNode } from './nodes/figure-node';
import { MentionNode } from './nodes/mention-node';
import { PassageNode } from './nodes/passage-node';

/** Every node beyond Lexical's own. */
export const editorNodes: readonly Klass<LexicalNode>[] = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  CodeNode,
  LinkNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  HorizontalRuleNode,
  FigureNode,
  MentionNode,
  PassageNode,
];

/** Format bits of a soft line break, which Lexical gives none; -1 on a break typed in the editor. */
export const breakFormat = createState('format', { parse: (value) => (typeof value === 'number' ? value : -1) });
/** The page of the source that begins with a node of text or a break; empty where none does. */
export const pageBegun = createState('page', { parse: (value) => (typeof value === 'string' ? value : '') });
