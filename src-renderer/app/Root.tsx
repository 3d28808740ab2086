/** The window: the app, and over it, while the archive can't be opened or is copied, what is done about that. */
import { useArchiveState } from '@renderer/client/archive-state';
import { useJobs } from '@renderer/client/jobs';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { closeOverlays } from '@renderer/ui/close-overlays';
import { Suspense, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { App } from './App';
import { closeDialog, openDialog } from './dialogs';
import { CopyingScreen, RecoveryScreen } from './later';

/** What is typed and not saved stays in the app below, and is saved once the archive is open again. */
export function Root() {
  const { t } = useTranslation();
  const { state } = useArchiveState();
  const trouble = state?.is === 'trouble' ? state : null;
  const copying = state?.is === 'copying' ? state : null;
  const name = (trouble ?? copying)?.archive.name;
  const restored = state?.is === 'open' ? state.restored : undefined;
  const isClear = useClearWindow(name !== undefined);
  useEffect(() => {
    if (restored !== undefined) openDialog({ dialog: 'restored', aside: restored.aside });
  }, [restored]);
  useEffect(() => {
    if (name === undefined) return;
    document.title = t('trust.windowTitle', { name });
    closeDialog();
    // Works on the archive ended with it.
    useJobs.setState({ jobs: [] });
  }, [name, t]);
  return (
    <>
      <div className="root-app" inert={trouble !== null || copying !== null}>
        <App />
      </div>
      <I18nProvider locale={currentLanguage()}>
        <Suspense>
          {isClear && trouble !== null && <RecoveryScreen trouble={trouble} />}
          {isClear && copying !== null && <CopyingScreen copying={copying} />}
        </Suspense>
      </I18nProvider>
    </>
  );
}

/** Whether nothing lies over the window any more, once it is to be cleared. */
function useClearWindow(isWanted: boolean): boolean {
  const [isClear, setClear] = useState(false);
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    void closeOverlays().then(() => isOver || setClear(true));
    return () => {
      isOver = true;
      setClear(false);
    };
  }, [isWanted]);
  return isClear;
}
