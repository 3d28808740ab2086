/** The passages that are linked with a document as a whole. */
import { relationWords } from '@renderer/i18n/relation-words';
import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { KindSign } from '@renderer/ui/KindCounts';
import type { LinkView } from '@shared/contract/document-shapes';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { Unlink } from 'lucide-react';

interface DocumentLinksProps {
  readonly links: readonly LinkView[];
  readonly onOpen: (uid: DocumentUid, target?: { readonly annotation?: AnnotationUid }) => void;
  /** Without it the links are only shown. */
  readonly onUnlink?: (link: LinkView) => void;
}

/** Nothing when there are none. */
export function DocumentLinks({ links, onOpen, onUnlink }: DocumentLinksProps) {
  const { t } = useTranslation();
  if (links.length === 0) return null;
  return (
    <section className="backlinks" aria-labelledby="document-links-title">
      <h2 id="document-links-title">{t('links.ofDocument')}</h2>
      <ul>
        {links.map((link) => {
          const { document, annotation, kind, title, quote } = link.otherEnd;
          return (
            <li key={link.uid}>
              <span className="backlinks__meta">{relationWords(link.relation, link.direction)}</span>
              {kind !== null && <KindSign kind={kind} />}
              <button
                type="button"
                className="text-button"
                onClick={() => onOpen(document, annotation === null ? undefined : { annotation })}
              >
                {t('links.quoteIn', { quote, title: title || t('common.untitledNote') })}
              </button>
              {onUnlink !== undefined && (
                <IconButton
                  small
                  icon={Unlink}
                  label={t('links.unlink', { relation: relationWords(link.relation, link.direction), quote })}
                  onPress={() => onUnlink(link)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
