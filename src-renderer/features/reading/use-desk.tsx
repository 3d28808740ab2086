/** State of the reading room: the active passage, editing, the margin, quoting; and the commands it hears. */
import type { SavedSession } from '@renderer/features/document/saved-session';
import { showFailure } from '@renderer/features/document/saved-session';
import { useTranslation } from '@renderer/i18n/words';
import { usePane, usePaneCommands } from '@renderer/ui/panes';
import { showToast } from '@renderer/ui/toasts';
import type { DocumentView } from '@shared/contract/document-shapes';
import { type KindId, kinds } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { ReadingState } from './acts/reading-state';
import { type ReadingActs, useReadingActs } from './acts/use-reading-acts';
import { AnnotationActions } from './annotation-actions';
import { attachOrphan } from './attach-orphan';
import type { CardContext } from './cards/card-context';
import { useCardDesk } from './cards/use-card-desk';
import { type ChosenNote, NotePicker } from './NotePicker';
import { putAside } from './orphans-aside';
import { annotationsAt, nextOf, type PlacedAnnotations } from './placed-annotations';
import { quotingInNewNote, quotingInNote } from './quote-in-note';
import type { ReadingTarget } from './reading-target';
import { caretRange, liesOn, offsetUnder, type Range, scrollToPlace, selectRange } from './text-view';
import { useCopyMenu } from './use-copy-menu';
import { usePagesOf } from './use-pages-of';
import { useUndo } from './use-undo';

interface DeskOptions {
  readonly view: DocumentView;
  readonly session: SavedSession;
  readonly placed: PlacedAnnotations;
  readonly pane: RefObject<HTMLElement | null>;
  readonly onOpen: (uid: DocumentUid, target?: ReadingTarget) => void;
}

export interface Desk {
  readonly active: AnnotationUid | null;
  readonly commenting: AnnotationUid | null;
  readonly editing: boolean;
  readonly toggleEditing: () => void;
  readonly marginShown: boolean;
  readonly toggleMargin: () => void;
  readonly listed: boolean;
  readonly flash: Range | null;
  readonly acts: ReadingActs;
  readonly context: CardContext;
  readonly click: (x: number, y: number) => void;
  readonly attach: (orphan: Annotation) => void;
  readonly putAside: (orphan: AnnotationUid, away: boolean) => void;
  /** Puts the focus into a passage's card. */
  readonly openCard: (uid: AnnotationUid) => void;
  readonly dialog: ReactNode;
}

/** Narrower panes have no margin beside the text. */
const narrowPx = 660;
const flashMs = 900;

/** Everything the desk's parts share. */
export function useDesk({ view, session, placed, pane, onOpen }: DeskOptions): Desk {
  const { t } = useTranslation();
  const { document: article } = view;
  const { noteBeside } = usePane();
  const [active, setActive] = useState<AnnotationUid | null>(null);
  const [commenting, setCommenting] = useState<AnnotationUid | null>(null);
  const [quoting, setQuoting] = useState<Annotation | null>(null);
  const [flash, setFlash] = useState<Range | null>(null);
  const lastKind = useRef<KindId>(kinds[0]?.id ?? 'claim');
  const [actions] = useState(() => new AnnotationActions(article.uid, session));
  const editing = useEditing(session);
  const margin = useMarginPlace(pane);

  const activate = (uid: AnnotationUid | null, how?: 'comment' | 'card'): void => {
    setActive(uid);
    setCommenting(how === 'comment' ? uid : null);
    if (uid !== null && how !== undefined) margin.show();
    if (uid === null) {
      const left = active === null ? null : session.text.placeOf(active);
      // Who comes back from a card reads on behind its passage.
      if (left !== null && caretRange(session.text) === null)
        selectRange(session.text, { start: left.end, end: left.end });
      else session.text.editor.getRootElement()?.focus({ preventScroll: true });
    }
    // The card may only be there after the next paint.
    if (uid !== null && how === 'card')
      requestAnimationFrame(() => cardOf(pane.current, uid)?.focus({ preventScroll: true }));
  };
  const pagesOf = usePagesOf(article.body);
  const copyMenu = useCopyMenu(session.text);
  const cards = useCardDesk({ view, session, actions, placed, active, activate });
  const now: ReadingState = {
    document: article,
    session,
    actions,
    placed,
    active,
    lastKind: lastKind.current,
    // Not what it was at this rendering: at the first one the pane is not there yet.
    get pane() {
      return pane.current;
    },
    activate,
    setLastKind: (kind) => {
      lastKind.current = kind;
    },
    quote: (annotation) => askQuote(annotation),
    askCopy: copyMenu.ask,
    cards,
  };
  const state = useRef(now);
  state.current = now;
  const acts = useReadingActs(state);
  useUndo(session, (place) => {
    scrollToPlace(session.text, pane.current, place, false);
    setFlash(place);
  });

  const goToPassage = (uid: AnnotationUid): void => {
    if (uid === active) return;
    const place = session.text.placeOf(uid);
    activate(uid);
    if (place === null) return;
    scrollToPlace(session.text, pane.current, place, false);
    setFlash(place);
  };
  useEffect(() => {
    if (flash === null) return;
    const timer = setTimeout(() => setFlash(null), flashMs);
    return () => clearTimeout(timer);
  }, [flash]);

  const click = (x: number, y: number): void => {
    if (document.getSelection()?.isCollapsed === false) return;
    const offset = offsetUnder(session.text, x, y);
    const here =
      offset === null ? [] : annotationsAt(placed, offset).filter(({ place }) => liesOn(session.text, place, x, y));
    const next = nextOf(here, active);
    activateQuietly(next?.annotation.uid ?? null);
  };
  const activateQuietly = (uid: AnnotationUid | null): void => {
    if (uid === null || editing.on) {
      setActive(uid);
      setCommenting(null);
    } else activate(uid, 'card');
  };

  const offerUndo = { label: t('common.undo'), run: () => void actions.undo().catch(showFailure) };
  const quoteInto = async (annotation: Annotation, { uid: chosen, title }: ChosenNote): Promise<void> => {
    const uid = await actions.run(
      chosen === null ? quotingInNewNote(title, annotation) : quotingInNote(chosen, annotation),
    );
    const open = { label: t('reading.openNote'), run: () => onOpen(uid) };
    showToast({
      text: t('reading.quoted', { title: title || t('common.untitledNote') }),
      action: uid === noteBeside?.uid ? offerUndo : open,
    });
  };
  // A note beside takes the quotation at once.
  const askQuote = (annotation: Annotation): void => {
    if (noteBeside === null) setQuoting(annotation);
    else void quoteInto(annotation, noteBeside).catch(showFailure);
  };
  const dialog = quoting && (
    <NotePicker
      newTitle={t('reading.newNoteTitle', { title: article.title })}
      onChoose={(note) => void quoteInto(quoting, note).catch(showFailure)}
      onClose={() => setQuoting(null)}
    />
  );
  const context: CardContext = {
    actions,
    cards,
    backlinks: view.backlinks,
    linksOf: cards.linksOf,
    pagesOf,
    onActivate: goToPassage,
    onDelete: acts.remove,
    onQuote: askQuote,
    onLeave: () => activate(null),
    onOpen,
  };
  const attach = (orphan: Annotation): void => {
    void attachOrphan(state.current, orphan, {
      selectFirst: t('reading.selectFirst'),
      done: { text: t('reading.attached'), action: offerUndo },
    });
  };
  const putOrphanAside = (uid: AnnotationUid, away: boolean): void => {
    const put = (aside: boolean) => async () => putAside(uid, aside);
    putAside(uid, away);
    actions.push({ undo: put(!away), redo: put(away) });
    if (away) showToast({ text: t('reading.orphanAside'), action: offerUndo });
  };
  return {
    active,
    commenting,
    editing: editing.on,
    toggleEditing: editing.toggle,
    marginShown: margin.shown,
    toggleMargin: margin.toggle,
    listed: margin.listed,
    flash,
    acts,
    context,
    click,
    attach,
    putAside: putOrphanAside,
    openCard: (uid) => activate(uid, 'card'),
    dialog: (
      <>
        {dialog}
        {cards.dialog}
        {copyMenu.menu}
      </>
    ),
  };
}

const cardOf = (pane: HTMLElement | null, uid: AnnotationUid): HTMLElement | null =>
  pane?.querySelector<HTMLElement>(`[data-annotation="${uid}"]`) ?? null;

/** Whether the text may be changed; locked at first. */
function useEditing(session: SavedSession) {
  const onCommand = usePaneCommands();
  const [on, setOn] = useState(false);
  const toggle = useMemo(
    () => () =>
      setOn((now) => {
        if (now) void session.flush();
        return !now;
      }),
    [session],
  );
  useEffect(() => onCommand('toggle-editing', toggle), [onCommand, toggle]);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text takes the focus when it is locked or unlocked
  useEffect(() => {
    if (!first.current) session.text.editor.getRootElement()?.focus({ preventScroll: true });
    first.current = false;
  }, [on, session]);
  return { on, toggle };
}

/** Whether the margin is beside the text, listed, or hidden. */
function useMarginPlace(pane: RefObject<HTMLElement | null>) {
  const [listed, setListed] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    const measured = new ResizeObserver(() => setListed(element.clientWidth < narrowPx));
    measured.observe(element);
    return () => measured.disconnect();
  }, [pane]);
  return { listed, shown: !listed || open, toggle: () => setOpen((now) => !now), show: () => setOpen(true) };
}
