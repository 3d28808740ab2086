/** What may be mentioned by the words typed: documents by their title, passages by their words. */
import { useArchive } from '@renderer/client/queries';
import type { MentionTarget } from '@renderer/editor/nodes/mention-node';
import { useTranslation } from '@renderer/i18n/words';
import { kindStyle } from '@renderer/ui/kind-colours';
import { FileText, NotebookPen } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { PassageLine } from './PassageLine';
import { shortQuote } from './passage-facts';

/** Of each: documents first, then passages. */
const offered = 5;
/** Words of a passage that stand for it in a line of text. */
const mentionLength = 48;

export interface Offer {
  readonly id: string;
  /** What stands in the text. */
  readonly text: string;
  readonly target: MentionTarget;
  readonly content: ReactNode;
  readonly style?: CSSProperties;
}

export interface Offers {
  readonly offers: readonly Offer[];
  /** True while they answer what was typed a moment ago. */
  readonly stale: boolean;
}

/** Accents and capitals do not matter; `self` is the note written in. */
export function useMentionOffers(typed: string, enabled: boolean, self: string): Offers {
  const { t } = useTranslation();
  const byTitle = useArchive('findTitles', { text: typed, limit: offered + 1 }, { enabled });
  const byWords = useArchive('findAnnotations', { text: typed, limit: offered }, { enabled });
  const titles = (byTitle.data ?? []).filter(({ uid, title }) => uid !== self && title !== '').slice(0, offered);
  const offers = [
    ...titles.map(({ uid, title, type }) => ({
      id: uid,
      text: title,
      target: { document: uid },
      content: (
        <>
          {type === 'note' ? <NotebookPen size={14} aria-hidden /> : <FileText size={14} aria-hidden />}
          <span className="picker__label">{title}</span>
        </>
      ),
    })),
    ...(byWords.data ?? []).map((passage) => ({
      id: passage.annotation.uid,
      text: t('note.quoted', { quote: shortQuote(passage.annotation.selector.exact, mentionLength) }),
      target: { annotation: passage.annotation.uid },
      style: kindStyle(passage.annotation.kind),
      content: <PassageLine passage={passage} />,
    })),
  ];
  return { offers, stale: byTitle.isPlaceholderData || byWords.isPlaceholderData };
}
