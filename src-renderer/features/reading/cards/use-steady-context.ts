/**
 * The context of cards as one object for as long as what cards show of it is the same: a desk
 * drawn anew then draws no card anew. What cards call is always the latest.
 */
import { useMemo, useRef } from 'react';
import type { CardContext } from './card-context';

/** The same context, steady. */
export function useSteadyContext(context: CardContext): CardContext {
  const latest = useRef(context);
  latest.current = context;
  const { backlinks, linksOf, pagesOf, cards } = context;
  const { chosen, asked } = cards;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what cards show; all they call is looked up when called
  return useMemo(
    () => ({
      ...context,
      cards: {
        ...cards,
        link: (uid, target) => latest.current.cards.link(uid, target),
        unlink: (link) => latest.current.cards.unlink(link),
        remove: (uids) => latest.current.cards.remove(uids),
        askVerdict: (uid) => latest.current.cards.askVerdict(uid),
        takeDate: (uid) => latest.current.cards.takeDate(uid),
        answered: () => latest.current.cards.answered(),
        suggest: (existing, kind) => latest.current.cards.suggest(existing, kind),
        markOccurrences: (phrase, kind) => latest.current.cards.markOccurrences(phrase, kind),
        whenShown: (uid, act) => latest.current.cards.whenShown(uid, act),
        choose: (uid, how) => latest.current.cards.choose(uid, how),
        chooseAll: () => latest.current.cards.chooseAll(),
        chooseNone: () => latest.current.cards.chooseNone(),
        copy: (annotations, form) => latest.current.cards.copy(annotations, form),
      },
      onActivate: (uid) => latest.current.onActivate(uid),
      onDelete: (uid) => latest.current.onDelete(uid),
      onQuote: (annotation) => latest.current.onQuote(annotation),
      onLeave: () => latest.current.onLeave(),
      onOpen: (uid, target) => latest.current.onOpen(uid, target),
    }),
    [backlinks, linksOf, pagesOf, chosen, asked],
  );
}
