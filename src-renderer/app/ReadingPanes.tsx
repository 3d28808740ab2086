/** The reading room: one document, or two side by side, each with its own focus. */
import { useArchive } from '@renderer/client/queries';
import { HitPreview } from '@renderer/features/search/HitPreview';
import { useSearch } from '@renderer/features/search/search-state';
import { useTranslation } from '@renderer/i18n/words';
import { Blank } from '@renderer/ui/Blank';
import { IconButton } from '@renderer/ui/Button';
import { type Pane, PaneContext } from '@renderer/ui/panes';
import { BookOpenText, X } from 'lucide-react';
import { type RefObject, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { ErrorBoundary } from './ErrorBoundary';
import { DocumentPane } from './later';
import { makeRoom } from './layout-state';
import { closeBeside, type OpenDocument, openDocument, openFound, type PaneName, showPane, useRoute } from './route';
import { keysOf } from './TopBar';

/** Below this width, in CSS pixels, two texts beside each other have lines too short to read: they are stacked. */
const stackBelow = 820;
/** Of two texts one above the other: its bars and some lines. Both fit into the smallest window. */
const leastStackedSize = '170px';

/** Whether the panes lie one above the other. */
function useStacked(room: RefObject<HTMLElement | null>): boolean {
  const [stacked, setStacked] = useState(false);
  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    const measured = new ResizeObserver(() => setStacked(element.clientWidth < stackBelow));
    measured.observe(element);
    return () => measured.disconnect();
  }, [room]);
  return stacked;
}

/** Mounted once; the first document stays as it is while another comes and goes beside it. */
export function ReadingPanes() {
  const { t } = useTranslation();
  const room = useRef<HTMLElement>(null);
  const open = useRoute((route) => route.open);
  const beside = useRoute((route) => route.beside);
  const stacked = useStacked(room);
  const two = beside !== null;
  const leastSize = stacked ? leastStackedSize : '25%';
  const covered = useSearch(({ preview, previewed }) => preview && previewed !== null);
  useEffect(() => (two ? makeRoom() : undefined), [two]);
  return (
    <section id="reading-room" ref={room} className="reading-panes" aria-label={t('common.readingRoom')} tabIndex={-1}>
      {covered && <Preview />}
      {open === null && !covered && (
        <Blank
          icon={BookOpenText}
          title={t('common.nothingOpen')}
          hint={t('common.nothingOpenHint', { key: keysOf('search') })}
        />
      )}
      {open !== null && (
        // What the preview lies over keeps its place and takes nothing meanwhile.
        <Group className="panes" inert={covered} orientation={stacked ? 'vertical' : 'horizontal'}>
          <Panel id="open" minSize={leastSize}>
            <OnePane name="open" shown={open} other={beside} />
          </Panel>
          {beside !== null && (
            <>
              <Separator
                className={stacked ? 'pane-line pane-line--across' : 'pane-line'}
                aria-label={t('common.resizeBeside')}
              />
              <Panel id="beside" defaultSize="50%" minSize={leastSize}>
                <OnePane name="beside" shown={beside} other={open} />
              </Panel>
            </>
          )}
        </Group>
      )}
    </section>
  );
}

function Preview() {
  const previewed = useSearch((search) => search.previewed);
  return previewed !== null && <HitPreview {...previewed} onOpen={openFound} />;
}

interface OnePaneProps {
  readonly name: PaneName;
  readonly shown: OpenDocument;
  /** What stands in the other pane. */
  readonly other: OpenDocument | null;
}

function OnePane({ name, shown, other }: OnePaneProps) {
  const { t } = useTranslation();
  const pane = useRoute((route) => route.pane);
  const frame = useRef<HTMLElement>(null);
  const view = useArchive('openDocument', { uid: other?.uid ?? '' }, { enabled: other !== null }).data;
  const note = other !== null && view?.document.type === 'note' ? view.document : null;
  const [noteUid, noteTitle] = [note?.uid ?? null, note?.title ?? ''];
  const context = useMemo(
    (): Pane => ({
      isBeside: name === 'beside',
      isCurrent: () => {
        const now = useRoute.getState();
        return now.beside === null || now.pane === name;
      },
      noteBeside: noteUid === null ? null : { uid: noteUid, title: noteTitle },
    }),
    [name, noteUid, noteTitle],
  );
  const current = other !== null && pane === name;
  return (
    <PaneContext value={context}>
      <section
        ref={frame}
        className={current ? 'pane pane--current' : 'pane'}
        aria-label={t(name === 'open' ? 'common.firstDocument' : 'common.besideDocument')}
        data-pane={name}
        onFocusCapture={() => showPane(name)}
        onPointerDownCapture={() => showPane(name)}
      >
        {name === 'beside' && <BesideBar uid={shown.uid} />}
        <ErrorBoundary key={shown.uid}>
          <Suspense fallback={<div className="pane-waiting" aria-busy="true" />}>
            <DocumentPane uid={shown.uid} target={shown.target} onOpen={openDocument} />
          </Suspense>
        </ErrorBoundary>
      </section>
    </PaneContext>
  );
}

/** The line above the second document: what it is, and how to put it away. */
function BesideBar({ uid }: { readonly uid: OpenDocument['uid'] }) {
  const { t } = useTranslation();
  const title = useArchive('openDocument', { uid }).data?.document.title;
  return (
    <div className="beside-bar">
      <span>{title === '' ? t('library.untitled') : title}</span>
      <kbd>{keysOf('other-pane')}</kbd>
      <IconButton
        label={t('settings.commands.close-beside')}
        keys={keysOf('close-beside')}
        icon={X}
        onPress={closeBeside}
        small
      />
    </div>
  );
}
