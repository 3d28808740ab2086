/**
 * A quoted passage in a note: a block that carries the quotation and leads back to its
 * annotation. What it looks like is given by the surface that shows it.
 */
import { type AnnotationUid, annotationUid, type DocumentUid, documentUid, isUid } from '@shared/model/ids';
import { $create, $getState, $setState, createState, DecoratorNode, type LexicalNode } from 'lexical';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const uid = (value: unknown): string => (isUid(value) ? value : '');
const quoteState = createState('quote', { parse: text });
const annotationState = createState('annotation', { parse: uid });
const documentState = createState('document', { parse: uid });

/** What a surface needs to show a passage. */
export interface PassageContent {
  readonly annotation: AnnotationUid;
  readonly document: DocumentUid;
  /** The quotation as it stood when inserted. */
  readonly text: string;
}

/** Block of an embedded annotation. */
export class PassageNode extends DecoratorNode<PassageContent> {
  override $config() {
    return this.config('passage', {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: quoteState },
        { flat: true, stateConfig: annotationState },
        { flat: true, stateConfig: documentState },
      ],
    });
  }

  getContent(): PassageContent {
    return {
      annotation: annotationUid($getState(this, annotationState)),
      document: documentUid($getState(this, documentState)),
      text: $getState(this, quoteState),
    };
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'passage-block';
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override decorate(): PassageContent {
    return this.getContent();
  }

  override getTextContent(): string {
    return $getState(this, quoteState);
  }

  override isInline(): boolean {
    return false;
  }
}

/** Makes a passage block. */
export function $createPassageNode(content: PassageContent): PassageNode {
  const node = $create(PassageNode);
  $setState(node, quoteState, content.text);
  $setState(node, annotationState, content.annotation);
  $setState(node, documentState, content.document);
  return node;
}

export const $isPassageNode = (node: LexicalNode | null | undefined): node is PassageNode =>
  node instanceof PassageNode;
