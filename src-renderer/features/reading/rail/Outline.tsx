/** The document's headings, the one being read marked; press one to go there. */

import { useTranslation } from '@renderer/i18n/words';
import { type KeyboardEvent, useRef } from 'react';
import type { OutlineHeading } from './outline';

interface OutlineProps {
  readonly headings: readonly OutlineHeading[];
  /** Index of the heading being read, -1 before the first. */
  readonly current: number;
  readonly onGo: (heading: OutlineHeading) => void;
}

/** Arrows move between headings. */
export function Outline({ headings, current, onGo }: OutlineProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLElement>(null);
  if (headings.length === 0) return <p className="rail__empty">{t('reading.noOutline')}</p>;
  const highest = Math.min(...headings.map(({ level }) => level));
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.findIndex((button) => button.matches(':focus')) + step]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <nav ref={list} className="rail__scroll" aria-label={t('reading.outline')}>
      <ol className="outline" onKeyDown={onKeyDown}>
        {headings.map((heading, index) => {
          const here = index === current;
          return (
            <li key={`${heading.start}-${heading.text}`}>
              <button
                type="button"
                className="outline__heading"
                style={levelStyle(heading.level - highest)}
                aria-current={here ? 'location' : undefined}
                {...(here || (current === -1 && index === 0) ? { 'data-rail-focus': true } : {})}
                onClick={() => onGo(heading)}
              >
                {heading.text}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function levelStyle(level: number): React.CSSProperties {
  const style: Record<`--${string}`, string> = { '--level': String(level) };
  return style;
}
