/** The rail beside the text: its passages, its outline, and the passages that lost their place. */

import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { RailState, RailTab } from './use-rail';
import './rail.css';

interface RailProps {
  readonly rail: RailState;
  readonly counts: Readonly<Record<RailTab, number>>;
  readonly panels: Readonly<Record<RailTab, ReactNode>>;
  /** Puts the focus back into the text. */
  readonly onLeave: () => void;
}

const tabs = ['passages', 'outline', 'orphans'] as const satisfies readonly RailTab[];

/** Frames waited for a tab's content: a sixth of a second. */
const mostFrames = 10;

/** Shown while a tab is chosen; Escape goes back to the text and closes it. */
export function Rail({ rail, counts, panels, onLeave }: RailProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLElement>(null);
  const { tab, asked } = rail;
  useEffect(() => {
    if (asked === 0) return;
    let handle = 0;
    // What a tab holds is there some frames after the rail is; an empty one has only its tab.
    const focusWithin = (frames: number): void => {
      handle = requestAnimationFrame(() => {
        const inside = frame.current?.querySelector('[data-rail-focus]') ?? null;
        if (inside === null && frames > 1) return focusWithin(frames - 1);
        const first = inside ?? frame.current?.querySelector('[role="tab"][tabindex="0"]');
        if (first instanceof HTMLElement) first.focus();
      });
    };
    focusWithin(mostFrames);
    return () => cancelAnimationFrame(handle);
  }, [asked]);
  if (tab === null) return null;
  const close = (): void => {
    rail.close();
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <section ref={frame} className="rail" aria-label={t('reading.rail')} onKeyDown={onKeyDown}>
      <Tabs
        className="rail__tabs"
        selectedKey={tab}
        onSelectionChange={(key) => {
          const next = tabs.find((one) => one === key);
          if (next !== undefined && next !== tab) rail.turnTo(next);
        }}
        keyboardActivation="manual"
      >
        <div className="rail__head">
          <TabList className="rail__tablist" aria-label={t('reading.rail')}>
            {tabs.map((id) => (
              <Tab key={id} id={id} className="rail__tab">
                {t(`reading.railTabs.${id}`)}
                {counts[id] > 0 && <small>{counts[id]}</small>}
              </Tab>
            ))}
          </TabList>
          <IconButton label={t('reading.closeRail')} keys="Esc" icon={X} onPress={close} small />
        </div>
        {tabs.map((id) => (
          <TabPanel key={id} id={id} className="rail__panel">
            {panels[id]}
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
}
