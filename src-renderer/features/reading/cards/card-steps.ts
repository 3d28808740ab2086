/** Steps from card to card in the margin, as they stand one below another. */
import { type AnnotationUid, annotationUid, isUid } from '@shared/model/ids';

/** Focuses the next or previous card; null at the end. */
export function stepToCard(card: HTMLElement, by: 1 | -1): AnnotationUid | null {
  const cards = [...(card.closest('.margin__cards')?.querySelectorAll<HTMLElement>('article[data-annotation]') ?? [])];
  const next = cards[cards.indexOf(card) + by];
  const uid = next?.dataset.annotation;
  if (next === undefined || !isUid(uid)) return null;
  next.focus();
  return annotationUid(uid);
}
