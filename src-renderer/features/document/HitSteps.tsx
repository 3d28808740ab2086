/** How many hits of the search a text has, which one is shown, and the way to the others. */

import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { keysFor } from '@renderer/ui/command-keys';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { HitSteps as Steps } from './use-hit-steps';
import './hit-steps.css';

interface HitStepsProps {
  readonly steps: Steps;
  readonly onClear: () => void;
}

/** Nothing without hits. */
export function HitSteps({ steps: { count, at, step }, onClear }: HitStepsProps) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <span className="chip hit-steps">
      <span role="status">
        {at + 1} / {t('reading.hits', { count })}
      </span>
      <IconButton
        label={t('search.previousHit')}
        {...keysFor('previous-hit')}
        icon={ChevronUp}
        onPress={() => step(-1)}
        small
      />
      <IconButton
        label={t('search.nextHit')}
        {...keysFor('next-hit')}
        icon={ChevronDown}
        onPress={() => step(1)}
        small
      />
      <IconButton label={t('reading.clearHits')} icon={X} onPress={onClear} small />
    </span>
  );
}
