/** Puts the parts of the reading room together: text, tools, margin, find bar, keys. */
import type { PassageContent } from '@renderer/editor/nodes/passage-node';
import { FindBar } from '@renderer/features/document/FindBar';
import type { SavedSession } from '@renderer/features/document/saved-session';
import { useFind } from '@renderer/features/document/use-find';
import { useHitSteps } from '@renderer/features/document/use-hit-steps';
import { usePainter } from '@renderer/features/document/use-painter';
import { useReadingPlace } from '@renderer/features/document/use-reading-place';
import { useReplace } from '@renderer/features/document/use-replace';
import { usePlaces, useTextMap } from '@renderer/features/document/use-saved-session';
import { useTextFocus } from '@renderer/features/document/use-text-focus';
import { useWindowedBlocks } from '@renderer/features/document/use-windowed-blocks';
import { useTranslation } from '@renderer/i18n/words';
import { dispatchCommand } from '@renderer/ui/command-bus';
import { useDocumentActs } from '@renderer/ui/document-acts';
import { usePaneCommands } from '@renderer/ui/panes';
import type { DocumentView } from '@shared/contract/document-shapes';
import type { Annotation } from '@shared/model/annotation';
import type { Body } from '@shared/model/block';
import type { DocumentUid } from '@shared/model/ids';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useSteadyContext } from './cards/use-steady-context';
import { NoText } from './NoText';
import { PlaceOrder, paintOf, passagePaintOf } from './placed-annotations';
import { DeskRail } from './rail/DeskRail';
import { noFilter, type PassageFilter, passes } from './rail/passage-filter';
import { useRail } from './rail/use-rail';
import { actOf } from './reading-keys';
import type { ReadingTarget } from './reading-target';
import { SelectionTools } from './SelectionTools';
import {
  SteadyBacklinks,
  SteadyByline,
  SteadyDocumentLinks,
  SteadyMargin,
  SteadyRelatedDocuments,
  SteadySurface,
  SteadyTitle,
  SteadyTools,
} from './steady-parts';
import { scrollToPlace, selectRange } from './text-view';
import { useDesk } from './use-desk';
import { useHits } from './use-hits';
import { useKeysAround } from './use-keys-around';
import { useSteady } from './use-steady';
import { useTarget } from './use-target';
import { undoKeyOf } from './use-undo';
import './reading.css';
import './margin.css';
import './card.css';
import './card-fields.css';
import './bulk-bar.css';

interface ReadingDeskProps {
  readonly view: DocumentView;
  readonly session: SavedSession;
  readonly target?: ReadingTarget;
  readonly onOpen: (uid: DocumentUid, target?: ReadingTarget) => void;
}

/** Whether opening was meant to lead to a place of the text. */
const leadsSomewhere = (target: ReadingTarget | undefined): boolean =>
  target?.annotation !== undefined || target?.place !== undefined || target?.query !== undefined;

/** No words, and no picture either. */
const hasNothing = ({ blocks }: Body, text: string): boolean =>
  text.trim() === '' && blocks.every(({ type }) => type === 'paragraph');

const quotedPassage = ({ text }: PassageContent) => <blockquote data-quote>{text}</blockquote>;

/**
 * The archive's annotations, once the session has taken them over: their places are told in the same moment, and what
 * shows them is drawn once.
 */
function useTakenOver(annotations: readonly Annotation[]): readonly Annotation[] {
  const [taken, setTaken] = useState(annotations);
  useEffect(() => setTaken(annotations), [annotations]);
  return taken;
}

/** Shown once the session is there. */
export function ReadingDesk({ view, session, target, onOpen }: ReadingDeskProps) {
  const { t } = useTranslation();
  const { document: article, backlinks } = view;
  const { importAgain } = useDocumentActs();
  const onCommand = usePaneCommands();
  useEffect(() => onCommand('import-again', () => importAgain(article.uid)), [onCommand, importAgain, article.uid]);
  const { text } = session;
  const pane = useRef<HTMLDivElement>(null);
  const map = useTextMap(text);
  const places = usePlaces(text);
  const annotations = useTakenOver(view.annotations);
  const [order] = useState(() => new PlaceOrder());
  const sorted = order.sorted(annotations, places);
  const rail = useRail();
  const keysId = useId();
  const [filter, setFilter] = useState<PassageFilter>(noFilter);
  const shown = useMemo(
    () => (filter === noFilter ? sorted.placed : sorted.placed.where((annotation) => passes(filter, annotation))),
    [sorted.placed, filter],
  );
  const desk = useDesk({ view, session, placed: shown, pane, onOpen });
  const { active, editing, acts } = desk;
  const context = useSteadyContext(desk.context);
  useWindowedBlocks(text, pane);
  useReadingPlace({ uid: article.uid, text, pane, restore: !leadsSomewhere(target) });
  const { hits, clearHits } = useTarget({
    target,
    text,
    pane,
    placed: sorted.placed,
    hits: useHits(map, target?.query),
    goTo: acts.goTo,
  });
  const show = useCallback(
    (match: { start: number; end: number }) => scrollToPlace(text, pane.current, match, false),
    [text],
  );
  const back = useCallback(
    (match: { start: number; end: number } | null) => match !== null && selectRange(text, match),
    [text],
  );
  const find = useFind(map, show, back);
  const replace = useReplace({ find, session, unlock: editing ? null : desk.toggleEditing });
  const steps = useHitSteps({ hits, target, find, show });
  const hit = hits[steps.at] ?? null;
  const { matches, current } = find;
  const painted = useMemo(
    () => paintOf(find.open ? matches : hits, find.open ? (matches[current] ?? null) : hit, desk.flash),
    [find.open, matches, current, hits, hit, desk.flash],
  );
  const passagePaint = useMemo(() => passagePaintOf(shown, active), [shown, active]);
  usePainter(text, pane, painted, passagePaint);
  useTextFocus(text, target);
  useKeysAround((act) => {
    if (editing) return false;
    if (act.act === 'sentence' || act.act === 'passage') text.editor.getRootElement()?.focus({ preventScroll: true });
    return acts.run(act);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    // Locked, the text takes nothing from an input method: its keys are the room's, whatever it composes.
    const composing = event.nativeEvent.isComposing && (editing || event.target !== text.editor.getRootElement());
    if (composing || event.defaultPrevented) return;
    if (
      event.target instanceof HTMLInputElement ||
      event.target instanceof HTMLTextAreaElement ||
      event.target instanceof HTMLSelectElement
    )
      return;
    if (event.target instanceof HTMLButtonElement && event.key === 'Enter') return;
    const step = undoKeyOf(event);
    if (step !== null) {
      event.preventDefault();
      dispatchCommand(step);
    }
    if (editing || step !== null) return;
    const act = actOf(event);
    if (act !== null && acts.run(act)) event.preventDefault();
  };
  const onClick = (event: MouseEvent): void => desk.click(event.clientX, event.clientY);
  const focusText = useCallback(() => text.editor.getRootElement()?.focus(), [text]);
  const toggleEditing = useSteady(desk.toggleEditing);
  const toggleMargin = useSteady(desk.toggleMargin);
  const showAll = useCallback(() => setFilter(noFilter), []);
  const step = useSteady(steps.step);
  const steadySteps = useMemo(() => ({ count: steps.count, at: steps.at, step }), [steps.count, steps.at, step]);
  const clear = useSteady(clearHits);
  const placedCount = sorted.placed.length;
  const isFiltered = shown.length < placedCount;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole room, wherever the focus is in it
    <div className="reading-room" onKeyDown={onKeyDown}>
      {find.open && <FindBar find={find} replace={replace} />}
      <SteadyTools
        uid={article.uid}
        editing={editing}
        onToggleEditing={toggleEditing}
        marginShown={desk.marginShown}
        onToggleMargin={toggleMargin}
        listed={desk.listed}
        passages={desk.listed || isFiltered ? placedCount : null}
        left={isFiltered ? shown.length : null}
        onShowAll={showAll}
        orphans={sorted.orphans.length}
        rail={rail}
        steps={steadySteps}
        onClearHits={clear}
      />
      <div className="reading-body">
        <div className={desk.listed ? 'reading-pane reading-pane--narrow' : 'reading-pane'} ref={pane}>
          <div className="reading-column">
            <SteadyTitle
              uid={article.uid}
              title={article.title}
              language={article.metadata.language}
              placeholder={t('reading.untitled')}
              onEnter={focusText}
            />
            <SteadyByline document={article} />
            {hasNothing(article.body, map.text) && !editing && (
              <NoText
                hasAddress={article.metadata.url !== ''}
                onImport={() => importAgain(article.uid)}
                onWrite={desk.toggleEditing}
              />
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a passage does the same */}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: a click on a mark opens its card */}
            <div className={map.leafCount > 300 ? 'reading-text reading-text--long' : 'reading-text'} onClick={onClick}>
              <SteadySurface
                session={text}
                editable={editing}
                label={t('reading.text', { title: article.title })}
                language={article.metadata.language}
                describedBy={keysId}
                renderPassage={quotedPassage}
              />
            </div>
            <p id={keysId} className="visually-hidden">
              {t('reading.readingKeys')}
            </p>
            <SteadyDocumentLinks links={view.documentLinks} onOpen={context.onOpen} onUnlink={context.cards.unlink} />
            <SteadyBacklinks backlinks={backlinks} onOpen={context.onOpen} />
            <SteadyRelatedDocuments uid={article.uid} onOpen={context.onOpen} />
          </div>
          {!editing && <SelectionTools text={text} pane={pane} onAct={acts.run} />}
          {desk.marginShown && (
            <SteadyMargin
              text={text}
              placed={shown}
              active={active}
              commenting={desk.commenting}
              context={context}
              links={view.links}
              pane={pane}
              listed={desk.listed}
            />
          )}
        </div>
        <DeskRail
          document={article}
          session={session}
          map={map}
          pane={pane}
          desk={desk}
          rail={rail}
          sorted={sorted}
          shown={shown}
          filter={filter}
          onFilter={setFilter}
        />
      </div>
      {desk.dialog}
    </div>
  );
}
