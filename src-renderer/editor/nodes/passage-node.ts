/**
 * A quoted passage in a note: a block that carries the quotation and leads back to its
 * annotation. What it looks like is given by the surface that shows it.
 */
import type { Passage } from '@shared/model/block';
import { annotationUid, documentUid, isUid } from '@shared/model/ids';
import { $create, $getState, $setState, createState, DecoratorNode, type LexicalNode } from 'lexical';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const uid = (value: unknown): string => (isUid(value) ? value : '');
const quoteState = createState('quote', { parse: text });
const annotationState = createState('annotation', { parse: uid });
const documentState = createState('document', { parse: uid });
/** The source's words the quotation was settled against. */
const sourceState = createState('source', { parse: (value) => (typeof value === 'string' ? value : null) });
const keptState = createState('kept', { parse: (value) => value === true });

/** What a surface needs to show a passage. */
export type PassageContent = Omit<Passage, 'type'>;

/** Block of an embedded annotation. */
export class PassageNode extends DecoratorNode<PassageContent> {
  override $config() {
    return this.config('passage', {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: quoteState },
        { flat: true, stateConfig: annotationState },
        { flat: true, stateConfig: documentState },
        { flat: true, stateConfig: sourceState },
        { flat: true, stateConfig: keptState },
      ],
    });
  }

  getContent(): PassageContent {
    const source = $getState(this, sourceState);
    return {
      annotation: annotationUid($getState(this, annotationState)),
      document: documentUid($getState(this, documentState)),
      text: $getState(this, quoteState),
      ...(source === null ? {} : { source }),
      ...($getState(this, keptState) ? { kept: true } : {}),
    };
  }

  setQuotation({ text: words, source, kept }: Pick<PassageContent, 'text' | 'source' | 'kept'>): this {
    $setState(this, quoteState, words);
    $setState(this, sourceState, source ?? null);
    return $setState(this, keptState, kept ?? false);
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
  $setState(node, annotationState, content.annotation);
  $setState(node, documentState, content.document);
  return node.setQuotation(content);
}

export const $isPassageNode = (node: LexicalNode | null | undefined): node is PassageNode =>
  node instanceof PassageNode;
