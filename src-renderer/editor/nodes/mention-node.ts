/** A mention of a document or an annotation: text that is typed, moved and deleted as one piece. */
import type { Mention } from '@shared/model/block';
import { annotationUid, documentUid, isUid } from '@shared/model/ids';
import { $create, $getState, $setState, createState, type EditorConfig, type LexicalNode, TextNode } from 'lexical';

export type MentionTarget = Mention['target'];

const documentState = createState('document', { parse: (value) => (isUid(value) ? value : '') });
const annotationState = createState('annotation', { parse: (value) => (isUid(value) ? value : '') });

/** Token-like text that leads to what it names. */
export class MentionNode extends TextNode {
  override $config() {
    return this.config('mention', {
      extends: TextNode,
      stateConfigs: [
        { flat: true, stateConfig: documentState },
        { flat: true, stateConfig: annotationState },
      ],
    });
  }

  getTarget(): MentionTarget {
    const annotation = $getState(this, annotationState);
    return annotation === ''
      ? { document: documentUid($getState(this, documentState)) }
      : { annotation: annotationUid(annotation) };
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const dom = super.createDOM(config);
    dom.classList.add('mention');
    dom.setAttribute('role', 'link');
    return dom;
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }

  override isTextEntity(): true {
    return true;
  }
}

/** Makes a mention; `text` is what is read and searched. */
export function $createMentionNode(text: string, target: MentionTarget): MentionNode {
  const node = $create(MentionNode);
  node.setTextContent(text).setMode('token');
  if ('annotation' in target) $setState(node, annotationState, target.annotation);
  else $setState(node, documentState, target.document);
  return node;
}

export const $isMentionNode = (node: LexicalNode | null | undefined): node is MentionNode =>
  node instanceof MentionNode;
