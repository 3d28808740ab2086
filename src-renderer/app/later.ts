/**
 * Parts of the window that are read after it stands: the editor and the dialogs are most of the
 * program's code and none of what is seen first. They are fetched once the window is idle.
 */
import { type Load, later } from '@renderer/ui/later';
import type { ComponentType } from 'react';

const loads: (() => Promise<unknown>)[] = [];

/** A component whose code is read when it is first shown, or by {@link loadLater}. */
function part<P extends object>(load: Load<P>): ComponentType<P> {
  const { Part, read } = later(load);
  loads.push(read);
  return Part;
}

export const DocumentPane = part(async () => ({
  default: (await import('@renderer/features/reading/DocumentPane')).DocumentPane,
}));
export const CommandPalette = part(async () => ({
  default: (await import('@renderer/features/palette/CommandPalette')).CommandPalette,
}));
export const HistoryDialog = part(async () => ({
  default: (await import('@renderer/features/history/HistoryDialog')).HistoryDialog,
}));
export const DocumentPicker = part(async () => ({
  default: (await import('@renderer/features/document/DocumentPicker')).DocumentPicker,
}));
export const ExportDialog = part(async () => ({
  default: (await import('@renderer/features/export/ExportDialog')).ExportDialog,
}));
export const VerifyDialog = part(async () => ({
  default: (await import('@renderer/features/export/VerifyDialog')).VerifyDialog,
}));
export const BackupsDialog = part(async () => ({
  default: (await import('@renderer/features/backups/BackupsDialog')).BackupsDialog,
}));
export const RestoredDialog = part(async () => ({
  default: (await import('@renderer/features/backups/RestoredDialog')).RestoredDialog,
}));
export const RecentArchivesDialog = part(async () => ({
  default: (await import('@renderer/features/archives/RecentArchivesDialog')).RecentArchivesDialog,
}));
export const PrivacyDialog = part(async () => ({
  default: (await import('@renderer/features/privacy/PrivacyDialog')).PrivacyDialog,
}));
export const RecoveryScreen = part(async () => ({
  default: (await import('@renderer/features/recovery/RecoveryScreen')).RecoveryScreen,
}));
export const CopyingScreen = part(async () => ({
  default: (await import('@renderer/features/recovery/CopyingScreen')).CopyingScreen,
}));
export const ImportReportDialog = part(async () => ({
  default: (await import('@renderer/features/import/ImportReportDialog')).ImportReportDialog,
}));
export const PasteDialog = part(async () => ({
  default: (await import('@renderer/features/import/PasteDialog')).PasteDialog,
}));
export const TemplatePicker = part(async () => ({
  default: (await import('@renderer/features/note/TemplatePicker')).TemplatePicker,
}));
export const DuplicatesDialog = part(async () => ({
  default: (await import('@renderer/features/duplicates/DuplicatesDialog')).DuplicatesDialog,
}));
export const WatchedFolderDialog = part(async () => ({
  default: (await import('@renderer/features/import/WatchedFolderDialog')).WatchedFolderDialog,
}));
export const AliasesDialog = part(async () => ({
  default: (await import('@renderer/features/aliases/AliasesDialog')).AliasesDialog,
}));
export const SettingsDialog = part(async () => ({
  default: (await import('@renderer/features/settings/SettingsDialog')).SettingsDialog,
}));
export const ShortcutsDialog = part(async () => ({
  default: (await import('@renderer/features/settings/ShortcutsDialog')).ShortcutsDialog,
}));

// The editor's first text is the slowest one; it had better be none that somebody waits for.
loads.push(async () => (await import('@renderer/features/document/warm-up')).warmUp());
loads.push(async () => (await import('@renderer/features/reading/warm-up-room')).warmUpRoom());

/** Reads all of it, one part after the other, whenever the window has nothing else to do. Returns how to stop. */
export function loadLater(): () => void {
  const waiting = [...loads];
  let handle = 0;
  const whenIdle = (): void => {
    if (waiting.length > 0) handle = requestIdleCallback(next);
  };
  const next = (): void => {
    // A part that can't be read says so where it is shown.
    void waiting.shift()?.().then(whenIdle, whenIdle);
  };
  whenIdle();
  return () => {
    waiting.length = 0;
    cancelIdleCallback(handle);
  };
}
