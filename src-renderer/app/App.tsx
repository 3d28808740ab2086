/** The window: three panes between two bars, and what lies over them. */

import { tellingFailure } from '@renderer/client/tell-failure';
import { HealthNotices } from '@renderer/features/backups/HealthNotices';
import { PictureViewer } from '@renderer/features/document/PictureViewer';
import { importInto } from '@renderer/features/import/import-actions';
import { JobPanel } from '@renderer/features/import/JobPanel';
import { WindowIntake } from '@renderer/features/import/WindowIntake';
import type { SearchBoxHandle } from '@renderer/features/search/SearchBox';
import { bestHit, targetOf } from '@renderer/features/search/search-hits';
import { isSearching, useSearch } from '@renderer/features/search/search-state';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { tellCommandKeys } from '@renderer/ui/command-keys';
import { type DocumentActs, DocumentActsContext } from '@renderer/ui/document-acts';
import type { RowListHandle } from '@renderer/ui/RowList';
import { Toasts } from '@renderer/ui/Toasts';
import { useEffect, useRef } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Dialogs } from './Dialogs';
import { openDialog } from './dialogs';
import { ErrorBoundary } from './ErrorBoundary';
import { ListPane } from './ListPane';
import { loadLater } from './later';
import { followWidth, keepLayout, keptLayout, useHasWidth, useSideBar } from './layout-state';
import { ReadingPanes } from './ReadingPanes';
import { currentQuestion, openFound, useRoute } from './route';
import { SideBar } from './SideBar';
import { StatusBar } from './StatusBar';
import { keysOfNamed, TopBar } from './TopBar';
import { showBeside, useShellCommands } from './use-shell-commands';
import { useWindowEvents } from './use-window-events';

async function openBestHit(): Promise<void> {
  const question = currentQuestion();
  if (!isSearching(question.query, question.within)) return;
  const best = await tellingFailure(bestHit(question));
  if (!best) return;
  const { uid, target } = targetOf(best.hit, best.marked);
  useSearch.setState({ opened: { uid: best.hit.uid, index: 0 } });
  openFound(uid, target);
}

tellCommandKeys(keysOfNamed);

const documentActs: DocumentActs = {
  showHistory: (uid) => openDialog({ dialog: 'history', uid }),
  openBeside: showBeside,
  compareAlike: (uid) => openDialog({ dialog: 'duplicates', of: [uid] }),
  importAgain: (uid) => void importInto(uid),
};

/** Mounted once. */
export function App() {
  const { t } = useTranslation();
  const searchBox = useRef<SearchBoxHandle>(null);
  const list = useRef<RowListHandle>(null);
  const { shown } = useSideBar();
  const hasWidth = useHasWidth();
  // Only this of the route: the window is not to be drawn anew at each key typed into the search.
  const scope = useRoute((route) => route.scope);
  useWindowEvents();
  useShellCommands(() => searchBox.current?.focus());
  useEffect(followWidth, []);
  useEffect(loadLater, []);
  const panes = shown ? ['side-bar', 'list', 'reading'] : ['list', 'reading'];
  return (
    <I18nProvider locale={currentLanguage()}>
      <DocumentActsContext value={documentActs}>
        <div className="window">
          <a className="skip-link" href="#reading-room">
            {t('common.skipToReading')}
          </a>
          <TopBar searchBox={searchBox} onDown={() => list.current?.focus()} onEnter={() => void openBestHit()} />
          <HealthNotices onShowCheck={() => openDialog({ dialog: 'verify' })} />
          {/* The whole of it is the main part: the lines between the panes belong to it as well. */}
          {hasWidth && (
            <Group
              role="main"
              aria-label={t('common.mainPart')}
              className="panes"
              orientation="horizontal"
              defaultLayout={keptLayout(panes)}
              onLayoutChanged={keepLayout}
            >
              {shown && (
                <>
                  <Panel
                    id="side-bar"
                    defaultSize={216}
                    minSize={150}
                    maxSize="40%"
                    groupResizeBehavior="preserve-pixel-size"
                  >
                    <SideBar />
                  </Panel>
                  <Separator className="pane-line" aria-label={t('common.resizeSideBar')} />
                </>
              )}
              <Panel id="list" defaultSize={300} minSize={200} maxSize="50%" groupResizeBehavior="preserve-pixel-size">
                <ErrorBoundary>
                  <ListPane list={list} />
                </ErrorBoundary>
              </Panel>
              <Separator className="pane-line" aria-label={t('common.resizeList')} />
              <Panel id="reading" minSize="30%">
                <ReadingPanes />
              </Panel>
            </Group>
          )}
          <StatusBar />
        </div>
        <PictureViewer />
        <WindowIntake scope={scope} />
        <JobPanel />
        <Dialogs />
        <Toasts />
      </DocumentActsContext>
    </I18nProvider>
  );
}
