/** Says quietly what came in from the watched folder, and has it looked into when the window is used again. */
import { call, subscribe } from '@renderer/client/client';
import { startJob } from '@renderer/client/jobs';
import { queryClient } from '@renderer/client/queries';
import { tellingFailure } from '@renderer/client/tell-failure';
import { showToast } from '@renderer/ui/toasts';
import type { ImportReport } from '@shared/contract/import-report';
import type { DocumentUid } from '@shared/model/ids';
import i18next from 'i18next';
import { newsOf } from './watched-news';

/** More files than this show how far they are, and can be stopped. */
const fewFiles = 5;

function say(report: ImportReport, folder: string, open: (uid: DocumentUid) => void, show: () => void): void {
  const news = newsOf(report);
  if (news === null) return;
  const { arrived, renewed, alike, failed, newUids, only } = news;
  const words = [
    ...(arrived > 0 ? [i18next.t('watched.arrived', { count: arrived, folder })] : []),
    ...(renewed > 0 ? [i18next.t('watched.renewed', { count: renewed, folder })] : []),
    ...(alike > 0 ? [i18next.t('watched.alike', { count: alike })] : []),
    ...(failed > 0 ? [i18next.t('watched.failed', { count: failed, folder })] : []),
  ];
  const undo = {
    label: i18next.t('common.undo'),
    run: () => void tellingFailure(call('binDocuments', { uids: [...newUids] })),
  };
  showToast({
    text: words.join(' '),
    action: { label: i18next.t('watched.show'), run: only === null ? show : () => open(only) },
    ...(newUids.length > 0 ? { second: undo } : {}),
  });
}

/** Returns how to stop. */
export function followWatchedFolder(
  open: (uid: DocumentUid) => void,
  showReport: (report: ImportReport) => void,
): () => void {
  const followed = new Set<string>();
  const stopHearing = subscribe((event) => {
    if (event.type === 'folderImported') say(event.report, event.folder, open, () => showReport(event.report));
    if (event.type !== 'watchChanged') return;
    queryClient.setQueryData(['watchedFolder', {}], event.watched);
    const importing = event.watched?.importing;
    if (!importing || importing.files <= fewFiles || followed.has(importing.job)) return;
    followed.add(importing.job);
    void startJob({ kind: 'import', name: event.watched?.name ?? '' }, Promise.resolve({ job: importing.job }));
  });
  const look = (): void => {
    // What goes wrong shows where the folder is set.
    call('lookIntoWatched', {}).catch(() => undefined);
  };
  window.addEventListener('focus', look);
  return () => {
    stopHearing();
    window.removeEventListener('focus', look);
  };
}
