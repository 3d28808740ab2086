/** The bottom line of the card in use: where it is quoted, and what can be done with it. */
import { dragLink, endLinkDrag, type LinkTarget } from '@renderer/features/document/link-drag';
import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import type { Annotation } from '@shared/model/annotation';
import { Link2, ListPlus, NotebookPen, Spline, Trash2 } from 'lucide-react';
import type { CardContext } from './card-context';

/** Every button tells its key. */
export function CardFoot({ annotation, context }: { readonly annotation: Annotation; readonly context: CardContext }) {
  const { t } = useTranslation();
  const { uid, kind, document, selector } = annotation;
  const times = context.backlinks.filter(({ annotations }) => annotations.includes(uid)).length;
  return (
    <div className="card__foot">
      <span
        className="card__handle"
        draggable
        title={t('links.dragHandle')}
        aria-hidden
        onDragStart={(event) => {
          const link = (target: LinkTarget): void => context.cards.link(uid, target);
          dragLink(event.dataTransfer, { annotation: uid, document, link });
        }}
        onDragEnd={endLinkDrag}
      >
        <Spline size={14} />
      </span>
      <span className="card__quoted">{times > 0 && t('reading.quotedTimes', { count: times })}</span>
      <IconButton small icon={Link2} label={t('links.link')} keys="L" onPress={() => context.cards.link(uid)} />
      <IconButton
        small
        icon={ListPlus}
        label={t('cards.occurrences')}
        keys="M"
        onPress={() => context.cards.markOccurrences(selector.exact, kind)}
      />
      <IconButton
        small
        icon={NotebookPen}
        label={t('reading.quoteInNote')}
        keys="Q"
        onPress={() => context.onQuote(annotation)}
      />
      <IconButton
        small
        icon={Trash2}
        label={t('reading.deletePassage')}
        keys="Del"
        onPress={() => context.onDelete(uid)}
      />
    </div>
  );
}
