/** The links of a card: how each reads from here, the other end with its kind, the way there and away. */
import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { relationWords } from '@renderer/i18n/relation-words';
import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { KindSign } from '@renderer/ui/KindCounts';
import type { LinkView } from '@shared/contract/document-shapes';
import { findKind } from '@shared/kinds/kinds';
import type { DocumentUid } from '@shared/model/ids';
import { FileText, Unlink } from 'lucide-react';
import { quoted } from '../citation';
import { shortQuote } from '../short-quote';
import './links.css';

interface CardLinksProps {
  readonly links: readonly LinkView[];
  /** The document the card belongs to: other ends in it need no title. */
  readonly document: DocumentUid;
  readonly editable: boolean;
  readonly onJump: (end: LinkView['otherEnd']) => void;
  readonly onUnlink: (link: LinkView) => void;
}

/** Nothing when there are none. */
export function CardLinks({ links, document, editable, onJump, onUnlink }: CardLinksProps) {
  const { t } = useTranslation();
  if (links.length === 0) return null;
  return (
    <ul className="card-links" aria-label={t('reading.links')}>
      {links.map((link) => {
        const { kind, title, quote, annotation, document: other } = link.otherEnd;
        const relation = relationWords(link.relation, link.direction);
        const shown =
          quote === '' ? title || t('common.untitledNote') : quoted(shortQuote(quote, 60), currentLanguage());
        const registered = kind === null ? undefined : findKind(kind);
        return (
          <li key={link.uid} className="card-links__row" data-relation={link.relation}>
            <span className="card-links__relation">{relation}</span>{' '}
            {kind === null ? <FileText size={12} aria-hidden /> : <KindSign kind={kind} />}
            {registered !== undefined && <span className="visually-hidden">{inWords(registered.label)} </span>}{' '}
            <button
              type="button"
              className="text-button"
              title={quote === '' ? title : quote}
              onClick={(event) => {
                event.stopPropagation();
                onJump(link.otherEnd);
              }}
            >
              {shown}
            </button>
            {annotation !== null && other !== document && <small className="card-links__where"> {title}</small>}
            {editable && (
              <IconButton
                small
                icon={Unlink}
                label={t('links.unlink', { relation, quote: shortQuote(quote || title, 40) })}
                onPress={() => onUnlink(link)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
