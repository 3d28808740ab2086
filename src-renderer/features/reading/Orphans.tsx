/** Passages that no longer stand in the text: kept, shown with their old words, attached again by hand. */
import { inWords } from '@renderer/i18n/i18n';
import { Button, IconButton } from '@renderer/ui/Button';
import { kindStyle } from '@renderer/ui/kind-colours';
import { findKind } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface OrphansProps {
  readonly orphans: readonly Annotation[];
  readonly onAttach: (uid: AnnotationUid) => void;
  readonly onDelete: (uid: AnnotationUid) => void;
}

/** Nothing when every passage has its place. */
export function Orphans({ orphans, onAttach, onDelete }: OrphansProps) {
  const { t } = useTranslation();
  if (orphans.length === 0) return null;
  return (
    <section className="orphans" aria-label={t('reading.orphans')}>
      <h2>{t('reading.orphans')}</h2>
      <p>{t('reading.orphansHint')}</p>
      {orphans.map(({ uid, kind: kindId, selector, comment }) => {
        const kind = findKind(kindId);
        return (
          <article
            key={uid}
            className="card card--orphan"
            style={kindStyle(kindId)}
            data-annotation={uid}
            aria-label={selector.exact}
          >
            <div className="card__head">
              <span className="card__kind">
                <span aria-hidden>{kind?.sign}</span> {kind === undefined ? kindId : inWords(kind.label)}
              </span>
              <IconButton label={t('reading.deletePassage')} icon={Trash2} onPress={() => onDelete(uid)} small />
            </div>
            <blockquote>{selector.exact}</blockquote>
            {comment !== '' && <p>{comment}</p>}
            {/* The selection has to outlive the press. */}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: only keeps the selection, the button acts */}
            <div onMouseDown={(event) => event.preventDefault()}>
              <Button onPress={() => onAttach(uid)}>{t('reading.attachHere')}</Button>
            </div>
          </article>
        );
      })}
    </section>
  );
}
