/** The sheets cards open: linking, deleting what is linked, a passage tagged already, every occurrence. */

import type { LinkTarget } from '@renderer/features/document/link-drag';
import { type SavedSession, showFailure } from '@renderer/features/document/saved-session';
import { inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { ConfirmDialog, Dialog } from '@renderer/ui/Dialog';
import { showToast } from '@renderer/ui/toasts';
import type { DocumentView } from '@shared/contract/document-shapes';
import { findKind, type KindId } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import { assertNever } from '@shared/outcome/outcome';
import type { AnnotationActions } from '../annotation-actions';
import { LinkPicker } from '../links/LinkPicker';
import { makeLink } from '../links/link-acts';

import type { PlacedAnnotations } from '../placed-annotations';
import { shortQuote } from '../short-quote';
import { markAll } from './bulk-acts';
import { OccurrencesSheet } from './OccurrencesSheet';

/** A sheet and what it is about. */
export type Sheet =
  | { readonly sheet: 'link'; readonly from: Annotation; readonly target?: LinkTarget }
  | { readonly sheet: 'delete'; readonly passages: number; readonly links: number; readonly confirm: () => void }
  | { readonly sheet: 'tagged'; readonly existing: Annotation; readonly kind: KindId }
  | { readonly sheet: 'occurrences'; readonly phrase: string; readonly kind: KindId };

interface CardSheetsProps {
  readonly sheet: Sheet | null;
  readonly view: DocumentView;
  readonly session: SavedSession;
  readonly actions: AnnotationActions;
  readonly placed: PlacedAnnotations;
  readonly activate: (uid: AnnotationUid | null, how?: 'comment' | 'card') => void;
  readonly onClose: () => void;
}

/** Nothing while no sheet is open. */
export function CardSheets(props: CardSheetsProps) {
  const { t } = useTranslation();
  const { sheet, view, session, actions, placed, activate, onClose } = props;
  const undo = { label: t('common.undo'), run: () => void actions.undo().catch(showFailure) };
  if (sheet === null) return null;
  switch (sheet.sheet) {
    case 'link':
      return (
        <LinkPicker
          from={sheet.from}
          links={view.links[sheet.from.uid] ?? []}
          here={placed.list.map(({ annotation }) => annotation)}
          {...(sheet.target === undefined ? {} : { target: sheet.target })}
          onLink={async (choice, target) => {
            await makeLink(actions, sheet.from.uid, choice, target);
            showToast({ text: t('links.made'), action: undo });
          }}
          onClose={onClose}
        />
      );
    case 'delete':
      return (
        <ConfirmDialog
          title={t('links.deleteTitle', { count: sheet.passages })}
          text={t('links.deleteText', { count: sheet.links })}
          confirm={t('links.deleteConfirm')}
          onConfirm={sheet.confirm}
          onClose={onClose}
        />
      );
    case 'tagged':
      return (
        <TaggedSheet
          existing={sheet.existing}
          kind={sheet.kind}
          onJump={() => activate(sheet.existing.uid, 'card')}
          onTag={() => {
            const place = placed.find(sheet.existing.uid)?.place;
            if (place === undefined) return;
            actions.create(sheet.kind, place).then(({ uid }) => activate(uid), showFailure);
          }}
          onClose={onClose}
        />
      );
    case 'occurrences':
      return (
        <OccurrencesSheet
          text={session.text.map().text}
          phrase={sheet.phrase}
          kind={sheet.kind}
          placed={placed.list}
          onMark={(ranges, kind) => {
            markAll(actions, session, view.document.uid, ranges, kind).then(
              ({ length }) => showToast({ text: t('cards.occurrencesMarked', { count: length }), action: undo }),
              showFailure,
            );
          }}
          onClose={onClose}
        />
      );
    default:
      return assertNever(sheet);
  }
}

interface TaggedSheetProps {
  readonly existing: Annotation;
  readonly kind: KindId;
  readonly onJump: () => void;
  readonly onTag: () => void;
  readonly onClose: () => void;
}

/** The same words as another kind: rarely meant, never refused. */
function TaggedSheet({ existing, kind, onJump, onTag, onClose }: TaggedSheetProps) {
  const { t } = useTranslation();
  const nameOf = (id: KindId): string => inWords(findKind(id)?.label ?? { en: id, fr: id });
  const close = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Dialog
      title={t('cards.taggedTitle', { kind: nameOf(existing.kind) })}
      onClose={onClose}
      foot={
        <>
          <Button onPress={close(onTag)}>{t('cards.tagAnyway', { kind: nameOf(kind) })}</Button>
          <Button look="primary" autoFocus onPress={close(onJump)}>
            {t('cards.goToTagged')}
          </Button>
        </>
      }
    >
      <p className="link-given">{t('links.quote', { quote: shortQuote(existing.selector.exact, 200) })}</p>
      {existing.comment !== '' && <p>{existing.comment}</p>}
    </Dialog>
  );
}
