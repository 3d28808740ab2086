/** A card as the place where the handle of another is dropped. */
import { dragHoldsLink, droppedLink } from '@renderer/features/document/link-drag';
import type { Annotation } from '@shared/model/annotation';
import { type DragEvent, useState } from 'react';
import type { CardContext } from '../cards/card-context';

/** Handlers for the card, and whether a drag that would link is over it. */
export function useLinkDrop(annotation: Annotation, { cards }: CardContext) {
  const [over, setOver] = useState(false);
  const { uid, kind, document, selector } = annotation;
  const onDragOver = (event: DragEvent): void => {
    if (!dragHoldsLink(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'link';
    setOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    setOver(false);
    const from = droppedLink(event.dataTransfer);
    if (from === null) return;
    event.preventDefault();
    event.stopPropagation();
    cards.link(from, { document, annotation: uid, kind, title: '', quote: selector.exact });
  };
  return { over, handlers: { onDragOver, onDragLeave: () => setOver(false), onDrop } };
}
