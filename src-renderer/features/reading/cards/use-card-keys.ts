/** What the keys of a card do. */
import type { Annotation } from '@shared/model/annotation';
import type { CardContext } from './card-context';
import type { CardKey } from './card-keys';
import { stepToCard } from './card-steps';

/** Carries out a key of the card; false when it has no meaning here. */
export function useCardKeys({ uid }: Annotation, context: CardContext, focusComment: () => void) {
  const { cards } = context;
  return (key: CardKey, card: HTMLElement): boolean => {
    switch (key) {
      case 'delete':
        if (cards.chosen.size > 1 && cards.chosen.has(uid)) cards.remove([...cards.chosen]);
        else context.onDelete(uid);
        return true;
      case 'comment':
        context.onActivate(uid);
        // The field is there once the card is active.
        requestAnimationFrame(focusComment);
        return true;
      case 'leave':
        if (cards.chosen.size > 0) cards.chooseNone();
        else context.onLeave();
        return true;
      case 'link':
        cards.link(uid);
        return true;
      case 'verdict':
        return cards.askVerdict(uid);
      case 'date':
        return cards.takeDate(uid);
      case 'choose':
        cards.choose(uid, 'toggle');
        return true;
      case 'choose-all':
        cards.chooseAll();
        return true;
      case 'next':
      case 'previous':
        return stepToCard(card, key === 'next' ? 1 : -1) !== null;
      case 'extend-next':
      case 'extend-previous': {
        if (cards.chosen.size === 0) cards.choose(uid, 'toggle');
        const next = stepToCard(card, key === 'extend-next' ? 1 : -1);
        if (next !== null) cards.choose(next, 'extend');
        return true;
      }
    }
  };
}
