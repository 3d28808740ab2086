/** Passages that no longer stand in the text: kept, shown with what changed, attached again by hand. */

import { inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button, IconButton } from '@renderer/ui/Button';
import { DiffText } from '@renderer/ui/DiffText';
import { kindStyle } from '@renderer/ui/kind-colours';
import { Sign } from '@renderer/ui/Sign';
import { findKind } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import { diffWords } from '@shared/text/diff';
import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { isAside, useAsideChanges } from './orphans-aside';
import { type NearestText, nearestText } from './rail/nearest-text';

interface OrphansProps {
  readonly orphans: readonly Annotation[];
  /** The text as it is now. */
  readonly text: string;
  readonly language: string;
  /** Selects a place in the text, ready to be attached to. */
  readonly onShow: (place: NearestText) => void;
  /** Attaches to what is selected in the text. */
  readonly onAttach: (orphan: Annotation) => void;
  readonly onDelete: (uid: AnnotationUid) => void;
  /** Puts an orphan out of sight, or takes it up again. */
  readonly onPutAside: (uid: AnnotationUid, away: boolean) => void;
}

/** Each with its old words, the nearest ones of today, and what can be done. */
export function Orphans({ orphans, ...shared }: OrphansProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  useAsideChanges();
  const inSight = orphans.filter(({ uid }) => !isAside(uid));
  if (orphans.length === 0) return <p className="rail__empty">{t('reading.noOrphans')}</p>;
  const hidden = orphans.length - inSight.length;
  return (
    <section className="rail__scroll" aria-label={t('reading.orphans')}>
      <p className="orphans__hint">{t('reading.orphansHint')}</p>
      {(all ? orphans : inSight).map((orphan, index) => (
        <Orphan key={orphan.uid} orphan={orphan} first={index === 0} aside={isAside(orphan.uid)} {...shared} />
      ))}
      {hidden > 0 && (
        <div className="orphans__kept">
          <Button look="quiet" onPress={() => setAll(!all)} aria-expanded={all}>
            {t(all ? 'reading.orphansKeptHide' : 'reading.orphansKept', { count: hidden })}
          </Button>
        </div>
      )}
    </section>
  );
}

interface OrphanProps extends Omit<OrphansProps, 'orphans'> {
  readonly orphan: Annotation;
  readonly first: boolean;
  readonly aside: boolean;
}

function Orphan({ orphan, text, language, first, aside, onShow, onAttach, onDelete, onPutAside }: OrphanProps) {
  const { t } = useTranslation();
  const { uid, kind: kindId, selector, comment } = orphan;
  const kind = findKind(kindId);
  const near = useMemo(() => nearestText(text, selector), [text, selector]);
  const words = near === null ? '' : text.slice(near.start, near.end);
  const parts = useMemo(
    () => (words === '' ? null : diffWords(selector.exact, words, language)),
    [selector.exact, words, language],
  );
  return (
    <article className="orphan" style={kindStyle(kindId)} data-annotation={uid} aria-label={selector.exact}>
      <div className="orphan__head">
        <span>
          <Sign sign={kind?.sign} /> {kind === undefined ? kindId : inWords(kind.label)}
        </span>
        <IconButton label={t('reading.deletePassage')} icon={Trash2} onPress={() => onDelete(uid)} small />
      </div>
      <p className="orphan__label">{t('reading.orphanWas')}</p>
      <p className="orphan__context" lang={language || undefined}>
        …{selector.prefix}
        <b>{selector.exact}</b>
        {selector.suffix}…
      </p>
      <p className="orphan__label">
        {t(parts !== null ? 'reading.orphanNear' : near !== null ? 'reading.orphanGone' : 'reading.orphanNowhere')}
      </p>
      {parts !== null && <DiffText parts={parts} language={language} />}
      {comment !== '' && <p className="orphan__comment">{comment}</p>}
      {/* The selection in the text has to outlive the press. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only keeps the selection, the buttons act */}
      <div className="orphan__acts" onMouseDown={(event) => event.preventDefault()}>
        {near !== null && (
          <button
            type="button"
            className="button button--plain"
            {...(first ? { 'data-rail-focus': true } : {})}
            onClick={() => onShow(near)}
          >
            {t('reading.orphanShow')}
          </button>
        )}
        <Button onPress={() => onAttach(orphan)}>{t('reading.attachHere')}</Button>
        <Button look="quiet" onPress={() => onPutAside(uid, !aside)}>
          {t(aside ? 'reading.orphanUnkeep' : 'reading.orphanKeep')}
        </Button>
      </div>
    </article>
  );
}
