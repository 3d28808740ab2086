/** Renders the one dialog that is open, with what it needs of the rest. */

import { useArchive } from '@renderer/client/queries';
import { saveSearch } from '@renderer/features/library/saved-search-acts';
import { useTranslation } from '@renderer/i18n/words';
import { canDispatch } from '@renderer/ui/command-bus';
import { PromptDialog } from '@renderer/ui/PromptDialog';
import type { SavedSearch } from '@shared/contract/search-shapes';
import type { DocumentUid } from '@shared/model/ids';
import { assertNever } from '@shared/outcome/outcome';
import { Suspense } from 'react';
import { commands, runCommand } from './commands';
import { closeDialog, openDialog, useDialog } from './dialogs';
import {
  AliasesDialog,
  BackupsDialog,
  CommandPalette,
  DocumentPicker,
  DuplicatesDialog,
  ExportDialog,
  HistoryDialog,
  ImportReportDialog,
  PasteDialog,
  PrivacyDialog,
  RecentArchivesDialog,
  RestoredDialog,
  SettingsDialog,
  ShortcutsDialog,
  TemplatePicker,
  VerifyDialog,
  WatchedFolderDialog,
} from './later';
import { newNoteFrom } from './new-note';
import { openDocument, useRoute } from './route';
import { shortcutGroups } from './shortcut-groups';
import { keysOf } from './TopBar';
import { showBeside } from './use-shell-commands';

/** Nothing while none is open. */
export function Dialogs() {
  return (
    <Suspense>
      <OpenDialog />
    </Suspense>
  );
}

function OpenDialog() {
  const { open } = useDialog();
  const { t } = useTranslation();
  if (open === null) return null;
  switch (open.dialog) {
    case 'paste':
      return <PasteDialog onClose={closeDialog} />;
    case 'template':
      return <TemplatePicker onChoose={(choice) => void newNoteFrom(choice)} onClose={closeDialog} />;
    case 'verify':
      return (
        <VerifyDialog
          onClose={closeDialog}
          onShowBackups={() => openDialog({ dialog: 'backups' })}
          onExport={() => void runCommand('export')}
        />
      );
    case 'restored':
      return <RestoredDialog aside={open.aside} onClose={closeDialog} />;
    case 'backups':
      return <BackupsDialog onClose={closeDialog} />;
    case 'recent':
      return <RecentArchivesDialog onClose={closeDialog} />;
    case 'privacy':
      return <PrivacyDialog onClose={closeDialog} />;
    case 'settings':
      return <SettingsDialog onClose={closeDialog} />;
    case 'shortcuts':
      return <ShortcutsDialog groups={shortcutGroups(t)} onClose={closeDialog} />;
    case 'report':
      return (
        <ImportReportDialog
          report={open.report}
          onOpen={openDocument}
          onCompare={(of) => openDialog({ dialog: 'duplicates', of })}
          onClose={closeDialog}
        />
      );
    case 'aliases':
      return <AliasesDialog name={open.name} onClose={closeDialog} />;
    case 'save-search':
      return <SaveSearch query={open.query} sort={open.sort} />;
    case 'export':
      return <Export documents={open.documents} query={open.query} />;
    case 'history':
      return <HistoryDialog uid={open.uid} onClose={closeDialog} />;
    case 'duplicates':
      return <DuplicatesDialog of={open.of} onOpen={openDocument} onClose={closeDialog} />;
    case 'watched-folder':
      return <WatchedFolderDialog onClose={closeDialog} />;
    case 'beside':
      return <Beside />;
    case 'palette': {
      const entries = commands.map(({ id }) => ({
        id,
        label: t(`settings.commands.${id}`),
        keys: keysOf(id),
        disabled: !canDispatch(id),
        run: () => void runCommand(id),
      }));
      return <CommandPalette entries={entries.filter(({ id }) => id !== 'command-palette')} onClose={closeDialog} />;
    }
    default:
      return assertNever(open);
  }
}

function Beside() {
  const { t } = useTranslation();
  const { open, beside } = useRoute();
  return (
    <DocumentPicker
      title={t('reading.openBesideTitle')}
      without={[open, beside].flatMap((shown) => shown?.uid ?? [])}
      onChoose={showBeside}
      onClose={closeDialog}
    />
  );
}

function SaveSearch({ query, sort }: Pick<SavedSearch, 'query' | 'sort'>) {
  const { t } = useTranslation();
  return (
    <PromptDialog
      title={t('search.saveTitle')}
      label={t('search.saveName')}
      hint={t('search.saveHint', { query })}
      initial={query}
      confirm={t('common.save')}
      onSubmit={(name) => void saveSearch({ name, query, sort })}
      onClose={closeDialog}
    />
  );
}

interface ExportProps {
  readonly documents: readonly DocumentUid[] | null;
  readonly query: string | undefined;
}

function Export({ documents, query: result }: ExportProps) {
  const { open, selected, query, scope } = useRoute();
  const collections = useArchive('libraryCounts', {}).data?.collections ?? [];
  const shownCollection =
    scope.in === 'collection' ? collections.find(({ uid }) => uid === scope.collection) : undefined;
  // Asked only for its title; the reading room has it read already.
  const view = useArchive('openDocument', { uid: open?.uid ?? '' }, { enabled: open !== null });
  if (open !== null && view.data === undefined && !view.isError) return null;
  const shown = open !== null && view.data !== undefined ? { uid: open.uid, title: view.data.document.title } : null;
  // One selected row is only where the person last was; several are a choice, and so is what a menu named.
  const chosen = documents ?? (selected.length > 1 ? selected : []);
  const context =
    result === undefined
      ? { open: shown, selected: chosen, query, ...(shownCollection ? { collection: shownCollection } : {}) }
      : { open: null, selected: [], query: result };
  return <ExportDialog context={context} onClose={closeDialog} />;
}
