/** Joins the archive's and the shell's events to the window: jobs, failures, menu, keys. */

import { shell, subscribe } from '@renderer/client/client';
import { adoptRunningJobs, followJobs } from '@renderer/client/jobs';
import { startVerification, useVerification } from '@renderer/client/keeping-jobs';
import { onFailure } from '@renderer/client/tell-failure';
import { followWatchedFolder } from '@renderer/features/import/follow-watched-folder';
import { verdictOf } from '@renderer/features/import/import-verdict';
import { errorWords } from '@renderer/i18n/i18n';
import { showToast } from '@renderer/ui/toasts';
import type { VerifyReport } from '@shared/contract/archive-shapes';
import type { ImportReport } from '@shared/contract/import-report';
import type { ErrorData } from '@shared/outcome/outcome';
import i18next from 'i18next';
import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { commands, runCommand } from './commands';
import { openDialog, useDialog } from './dialogs';
import { openDocument } from './route';

function sayFailure(error: ErrorData): void {
  // What the person stopped has not failed.
  showToast({ text: errorWords(error), tone: error.code.endsWith('/cancelled') ? 'plain' : 'failed' });
}

/** Shown where it was asked for; anywhere else only what is wrong interrupts. */
function concludeVerification(report: VerifyReport): void {
  useVerification.setState({ report });
  if (useDialog.getState().open?.dialog === 'verify') return;
  if (report.ok) showToast({ text: i18next.t('trust.verifiedWell') });
  else openDialog({ dialog: 'verify' });
}

/** Whoever looks at a check sees what it says now. */
function concludeIndexing(documents: number): void {
  showToast({ text: i18next.t('trust.rebuilt', { count: documents }) });
  if (useDialog.getState().open?.dialog === 'verify') void startVerification();
}

function concludeImport(report: ImportReport): void {
  const verdict = verdictOf(report);
  const showReport = () => openDialog({ dialog: 'report', report });
  switch (verdict.next) {
    case 'open':
      openDocument(verdict.uid);
      if (report.alike.length > 0) {
        showToast({
          text: i18next.t('duplicates.alikeTold', { title: verdict.title }),
          action: {
            label: i18next.t('duplicates.showPair'),
            run: () => openDialog({ dialog: 'duplicates', of: [verdict.uid] }),
          },
        });
        break;
      }
      showToast({
        text: verdict.existing
          ? i18next.t('importing.openedExisting', { title: verdict.title })
          : i18next.t('importing.imported', { count: 1, title: verdict.title }),
      });
      break;
    case 'filled':
      openDocument(verdict.uid);
      showToast({ text: i18next.t('importing.filled', { title: verdict.title }) });
      break;
    case 'unchanged':
      showToast({ text: i18next.t('importing.unchanged', { title: verdict.title }) });
      break;
    case 'say':
      showToast({
        text: [
          i18next.t('importing.imported', { count: verdict.count, title: verdict.title }),
          ...(report.alike.length > 0 ? [i18next.t('watched.alike', { count: report.alike.length })] : []),
        ].join('. '),
        action: { label: i18next.t('importing.showReport'), run: showReport },
      });
      break;
    case 'report':
      showReport();
      break;
    case 'nothing':
      showToast({ text: i18next.t('importing.nothing') });
      break;
  }
}

function followWork(): () => void {
  onFailure((error) => sayFailure(error.data));
  const stop = followJobs({
    imported: concludeImport,
    exported: (report, job) =>
      showToast({
        text: i18next.t('exporting.done', { count: report.files, name: job.name }),
        action: { label: i18next.t('exporting.showInFolder'), run: () => void shell().revealGrant(job.grant) },
      }),
    backedUp: () => showToast({ text: i18next.t('trust.backedUp') }),
    verified: concludeVerification,
    indexed: concludeIndexing,
    failed: sayFailure,
  });
  void adoptRunningJobs();
  return stop;
}

function followShell(): () => void {
  return subscribe((event) => {
    if (event.type === 'command') runCommand(event.command);
    if (event.type === 'archiveRestarted') showToast({ text: i18next.t('common.archiveRestarted') });
  });
}

/** A field or an editor has the focus: a bare key is typing. A text locked for reading takes no typing. */
function typing(): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused.matches('[role="document"]')) return false;
  return focused.isContentEditable || focused.matches('input, textarea, select');
}

function bindKeys(): () => void {
  const bound = commands
    .filter(({ ownKeys }) => !ownKeys)
    .flatMap(({ id, keys }) => keys.map((key) => [key, id] as const));
  const press = (id: (typeof bound)[number][1]) => (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    // A dialog keeps the window's commands out until it is closed.
    if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
    if (runCommand(id)) event.preventDefault();
  };
  return tinykeys(window, {
    ...Object.fromEntries(bound.map(([key, id]) => [key, press(id)])),
    'Shift+?': (event) => {
      if (!typing()) press('shortcuts')(event);
    },
  });
}

/** Listens while the window stands. */
export function useWindowEvents(): void {
  useEffect(() => {
    const showReport = (report: ImportReport) => openDialog({ dialog: 'report', report });
    const stops = [followWork(), followShell(), bindKeys(), followWatchedFolder(openDocument, showReport)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}
