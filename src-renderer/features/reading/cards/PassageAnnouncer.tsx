/** Says the passage in use to screen readers while the focus stays in the text. */

import { useTranslation } from '@renderer/i18n/words';
import type { Annotation } from '@shared/model/annotation';
import { useEffect, useState } from 'react';
import { cardName } from './card-name';

/** Silent when the card itself has the focus: it is then read anyway. */
export function PassageAnnouncer({ annotation }: { readonly annotation: Annotation | null }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const name = annotation === null ? '' : cardName(t, annotation);
  useEffect(() => {
    const inCard = document.activeElement?.closest('article[data-annotation]') ?? null;
    setSaid(inCard === null ? name : '');
  }, [name]);
  return (
    <p className="visually-hidden" aria-live="polite" data-announcer>
      {said}
    </p>
  );
}
