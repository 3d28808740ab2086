/** What cards ask for beyond themselves: links, deletion that asks, dates, verdicts, acts on several at once. */
import { call } from '@renderer/client/client';
import type { LinkTarget } from '@renderer/features/document/link-drag';
import { removeLink } from '@renderer/features/document/remove-link';
import { type SavedSession, showFailure } from '@renderer/features/document/saved-session';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { showToast } from '@renderer/ui/toasts';
import type { DocumentView, LinkView } from '@shared/contract/document-shapes';
import { printEdtf } from '@shared/dates/print-edtf';
import { findKind, type KindId } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid } from '@shared/model/ids';
import type { CopyForm } from '@shared/quotes/copied-quotes';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AnnotationActions } from '../annotation-actions';
import { copyQuotes, quoteToCopy } from '../copy-as';

import type { PlacedAnnotations } from '../placed-annotations';
import { removeAll } from './bulk-acts';
import { CardSheets, type Sheet } from './CardSheets';
import { type ChosenCards, extended, noneChosen, stillThere, toggled } from './chosen-cards';
import { PassageAnnouncer } from './PassageAnnouncer';

/** A part of a card that a key asked for. */
export interface AskedPart {
  readonly uid: AnnotationUid;
  readonly part: 'verdict' | 'date';
}

interface CardDeskOptions {
  readonly view: DocumentView;
  readonly session: SavedSession;
  readonly actions: AnnotationActions;
  readonly placed: PlacedAnnotations;
  readonly active: AnnotationUid | null;
  readonly activate: (uid: AnnotationUid | null, how?: 'comment' | 'card') => void;
}

export interface CardDesk {
  /** Opens the sheet that links an annotation; with a target, only what the link says is asked. */
  readonly link: (uid: AnnotationUid, target?: LinkTarget) => void;
  readonly unlink: (link: LinkView) => void;
  readonly linksOf: (uid: AnnotationUid) => readonly LinkView[];
  /** Deletes; asks first when links go too. */
  readonly remove: (uids: readonly AnnotationUid[]) => void;
  /** Opens the menu of verdicts on a card. False when its kind has none. */
  readonly askVerdict: (uid: AnnotationUid) => boolean;
  /** Takes the first date proposed, or leads into the field. False when its kind has none. */
  readonly takeDate: (uid: AnnotationUid) => boolean;
  readonly asked: AskedPart | null;
  readonly answered: () => void;
  /** Says that a passage is tagged already. */
  readonly suggest: (existing: Annotation, kind: KindId) => void;
  readonly markOccurrences: (phrase: string, kind: KindId) => void;
  /** Does something once an annotation just made is among those shown. */
  readonly whenShown: (uid: AnnotationUid, act: () => void) => void;
  readonly chosen: ReadonlySet<AnnotationUid>;
  readonly choose: (uid: AnnotationUid, how: 'toggle' | 'extend') => void;
  readonly chooseAll: () => void;
  readonly chooseNone: () => void;
  /** Copies quotations, each with its source. */
  readonly copy: (annotations: readonly Annotation[], form: CopyForm) => void;
  /** The sheets that are open, and what is said to screen readers. */
  readonly dialog: ReactNode;
}

/** One for each open document. */
export function useCardDesk(options: CardDeskOptions): CardDesk {
  const { placed, active } = options;
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [asked, setAsked] = useState<AskedPart | null>(null);
  const [chosen, setChosen] = useState<ChosenCards>(noneChosen);
  const isThere = useCallback((uid: AnnotationUid) => placed.find(uid) !== undefined, [placed]);
  const known = useMemo(() => stillThere(chosen, isThere), [chosen, isThere]);
  const now = useRef(options);
  now.current = options;
  const acts = useCardActs(now, setSheet, setAsked);
  const [awaited, setAwaited] = useState<{ readonly uid: AnnotationUid; readonly act: () => void } | null>(null);
  useEffect(() => {
    if (awaited === null || !isThere(awaited.uid)) return;
    setAwaited(null);
    awaited.act();
  }, [awaited, isThere]);
  const { links } = options.view;
  const linksOf = useCallback((uid: AnnotationUid) => links[uid] ?? noLinks, [links]);
  return {
    ...acts,
    linksOf,
    asked,
    answered: () => setAsked(null),
    whenShown: (uid, act) => setAwaited({ uid, act }),
    chosen: known.uids,
    choose: (uid, how) =>
      setChosen((before) => {
        const here = stillThere(before, isThere);
        return how === 'toggle' ? toggled(here, uid) : extended(here, uid, uidsOf(placed), active);
      }),
    chooseAll: () => setChosen({ uids: new Set(uidsOf(placed)), anchor: placed.list[0]?.annotation.uid ?? null }),
    chooseNone: () => setChosen(noneChosen),
    dialog: (
      <>
        <PassageAnnouncer annotation={(active === null ? undefined : placed.find(active))?.annotation ?? null} />
        <CardSheets {...options} sheet={sheet} onClose={() => setSheet(null)} />
      </>
    ),
  };
}

const noLinks: readonly LinkView[] = [];

const uidsOf = (placed: PlacedAnnotations): readonly AnnotationUid[] =>
  placed.list.map(({ annotation: { uid } }) => uid);

type Now = { readonly current: CardDeskOptions };

function useCardActs(now: Now, setSheet: (sheet: Sheet) => void, setAsked: (asked: AskedPart) => void) {
  const { t } = useTranslation();
  return useMemo(() => {
    const find = (uid: AnnotationUid): Annotation | undefined =>
      now.current.view.annotations.find((annotation) => annotation.uid === uid);
    const hasField = (uid: AnnotationUid, field: string): boolean =>
      findKind(find(uid)?.kind ?? '')?.fields.some(({ id }) => id === field) ?? false;
    const undo = (): void => void now.current.actions.undo().catch(showFailure);
    const offerUndo = { label: t('common.undo'), run: undo };
    const removeNow = async (uids: readonly AnnotationUid[]): Promise<void> => {
      const { actions, active, activate } = now.current;
      if (active !== null && uids.includes(active)) activate(null);
      await removeAll(actions, uids);
      showToast({ text: t('cards.deleted', { count: uids.length }), action: offerUndo });
    };
    return {
      link: (uid: AnnotationUid, target?: LinkTarget): void => {
        const from = find(uid);
        if (target?.annotation === uid) return void showToast({ text: t('errors.link/to-itself'), tone: 'failed' });
        if (from !== undefined) setSheet({ sheet: 'link', from, ...(target === undefined ? {} : { target }) });
      },
      unlink: (link: LinkView): void => {
        removeLink(now.current.actions, link).then(
          () => showToast({ text: t('links.removed'), action: offerUndo }),
          showFailure,
        );
      },
      remove: (uids: readonly AnnotationUid[]): void => {
        const { links } = now.current.view;
        const count = new Set(uids.flatMap((uid) => (links[uid] ?? []).map((link) => link.uid))).size;
        const confirm = (): void => void removeNow(uids).catch(showFailure);
        if (count === 0) confirm();
        else setSheet({ sheet: 'delete', passages: uids.length, links: count, confirm });
      },
      askVerdict: (uid: AnnotationUid): boolean => {
        if (!hasField(uid, 'verdict')) return false;
        now.current.activate(uid, 'card');
        setAsked({ uid, part: 'verdict' });
        return true;
      },
      takeDate: (uid: AnnotationUid): boolean => {
        if (!hasField(uid, 'date')) return false;
        takeFirstDate(now.current, uid, find(uid)).then((taken) => {
          now.current.activate(uid, 'card');
          if (taken === null) setAsked({ uid, part: 'date' });
          else showToast({ text: t('cards.dateTaken', taken), action: offerUndo });
        }, showFailure);
        return true;
      },
      copy: (annotations: readonly Annotation[], form: CopyForm): void => {
        const { document } = now.current.view;
        const quotes = annotations.map(({ selector, orphaned }) =>
          quoteToCopy(document, { quote: selector.exact, range: orphaned ? null : selector }),
        );
        copyQuotes(form, quotes);
        showToast({ text: t('cards.copiedAll', { count: annotations.length }) });
      },
      suggest: (existing: Annotation, kind: KindId): void => setSheet({ sheet: 'tagged', existing, kind }),
      markOccurrences: (phrase: string, kind: KindId): void => setSheet({ sheet: 'occurrences', phrase, kind }),
    };
  }, [now, setSheet, setAsked, t]);
}

/** Fills in the first date proposed for an event that has none; null when there is nothing to take. */
async function takeFirstDate(
  { actions, placed }: CardDeskOptions,
  uid: AnnotationUid,
  annotation: Annotation | undefined,
): Promise<{ readonly date: string; readonly words: string } | null> {
  const place = placed.find(uid)?.place;
  if (annotation === undefined || place === undefined || (annotation.fields.date ?? '') !== '') return null;
  const { start, end } = place;
  const [first] = await call('proposeDates', { document: annotation.document, start, end });
  if (first === undefined) return null;
  const { fields } = annotation;
  await actions.change(uid, { fields: { ...fields, date: first.edtf } }, { fields });
  return { date: printEdtf(first.edtf, currentLanguage()), words: first.words };
}
