/** What is said of an annotation before its parts: kind, quotation, comment. */
import { commentWords } from '@renderer/editor/comment/comment-words';
import { inWords } from '@renderer/i18n/i18n';
import { findKind } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { TFunction } from 'i18next';
import { shortQuote } from '../short-quote';

/** The accessible name of a card. */
export function cardName(t: TFunction, { kind: id, selector, comment }: Annotation): string {
  const kind = findKind(id);
  const words = { kind: kind === undefined ? id : inWords(kind.label), quote: shortQuote(selector.exact) };
  return comment === ''
    ? t('reading.card', words)
    : t('reading.cardCommented', { ...words, comment: commentWords(comment) });
}
