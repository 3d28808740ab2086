/** One line of the side bar: a part of the library with its number. */

import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { numberFormat } from '@shared/text/intl-formats';
import type { ReactNode } from 'react';

interface ScopeItemProps {
  readonly sign: ReactNode;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** A button; the chosen one is told by `aria-current`. */
export function ScopeItem({ sign, label, count, chosen, onChoose }: ScopeItemProps) {
  useTranslation();
  return (
    <button type="button" className="scope" aria-current={chosen ? 'true' : undefined} onClick={onChoose}>
      <span className="scope__sign" aria-hidden>
        {sign}
      </span>
      <span className="scope__label">{label}</span>
      <span className="scope__count">{count === 0 ? '' : numberFormat(currentLanguage()).format(count)}</span>
    </button>
  );
}
