/**
 * A picture with its caption. The caption is ordinary editable text; the picture itself is
 * drawn by picture-element.
 */
import {
  $create,
  $createParagraphNode,
  $getState,
  $setState,
  createState,
  type EditorConfig,
  type ElementDOMSlot,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';
import { wordsOf } from '../editor-words';
import { pictureElement } from './picture-element';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** SHA-256 of the picture, or empty when it was not kept. */
const assetState = createState('asset', { parse: text });
const altState = createState('alt', { parse: text });

/** Block of a picture; its children are the caption. */
export class FigureNode extends ElementNode {
  override $config() {
    return this.config('figure', {
      extends: ElementNode,
      stateConfigs: [
        { flat: true, stateConfig: assetState },
        { flat: true, stateConfig: altState },
      ],
    });
  }

  getAsset(): string {
    return $getState(this, assetState);
  }

  getAlt(): string {
    return $getState(this, altState);
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const figure = document.createElement('figure');
    figure.append(
      pictureElement(this.getAsset(), this.getAlt(), wordsOf(editor)),
      document.createElement('figcaption'),
    );
    return figure;
  }

  override updateDOM(previous: FigureNode): boolean {
    return previous.getAlt() !== this.getAlt() || previous.getAsset() !== this.getAsset();
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    const caption = element.querySelector<HTMLElement>(':scope > figcaption');
    return caption === null ? super.getDOMSlot(element) : super.getDOMSlot(element).withElement(caption);
  }

  /** A new line behind the caption is a paragraph. */
  override insertNewAfter(_selection: RangeSelection, restoreSelection = true): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  /** Backspace in front of an empty caption takes the picture out. */
  override collapseAtStart(): boolean {
    if (!this.isEmpty()) return false;
    this.replace($createParagraphNode()).selectStart();
    return true;
  }

  override canBeEmpty(): boolean {
    return true;
  }
}

/** Makes a picture block; `asset` is empty when the bytes were not kept. */
export function $createFigureNode(asset: string, alt: string): FigureNode {
  const node = $create(FigureNode);
  $setState(node, assetState, asset);
  $setState(node, altState, alt);
  return node;
}

export const $isFigureNode = (node: LexicalNode | null | undefined): node is FigureNode => node instanceof FigureNode;
