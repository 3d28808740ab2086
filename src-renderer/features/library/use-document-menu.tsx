/** The menu of one or several documents, and the dialogs it opens. */

import { call } from '@renderer/client/client';
import { useArchive } from '@renderer/client/queries';
import { tellingFailure } from '@renderer/client/tell-failure';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { ConfirmDialog } from '@renderer/ui/Dialog';
import { useDocumentActs } from '@renderer/ui/document-acts';
import { keyLabel, onMac } from '@renderer/ui/key-label';
import type { MenuEntry } from '@renderer/ui/Menu';
import { PromptDialog } from '@renderer/ui/PromptDialog';
import type { Scope } from '@shared/contract/calls';
import type { DocumentUid } from '@shared/model/ids';
import { copyForms } from '@shared/quotes/copied-quotes';
import {
  Archive,
  Columns2,
  Copy,
  FileDown,
  FileUp,
  FolderMinus,
  FolderPlus,
  History,
  Pencil,
  RotateCcw,
  Tags,
  Trash2,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { pathName } from './collection-tree';
import { copyDocument } from './copy-document';
import {
  addToCollection,
  binDocuments,
  labelDocuments,
  type PickedDocument,
  purgeDocuments,
  removeFromCollection,
  restoreDocuments,
} from './document-actions';
import { labelsFrom } from './labels-from';

type Asked =
  | { readonly what: 'rename' | 'purge' | 'collect'; readonly documents: readonly PickedDocument[] }
  | { readonly what: 'label'; readonly documents: readonly PickedDocument[]; readonly labels: readonly string[] };

/** The menu's entries for a selection, what keys do to it, and the dialogs to render. */
export interface DocumentMenu {
  readonly entriesFor: (documents: readonly PickedDocument[]) => readonly MenuEntry[];
  readonly rename: (document: PickedDocument) => void;
  readonly remove: (documents: readonly PickedDocument[]) => void;
  readonly dialogs: ReactNode;
}

/** `scope` decides between bin and library; `onExport` opens the export dialog, `onGone` hears what went to the bin. */
export function useDocumentMenu(
  scope: Scope,
  onExport: (documents: readonly DocumentUid[]) => void,
  onGone: (documents: readonly DocumentUid[]) => void,
): DocumentMenu {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { openBeside, showHistory, importAgain } = useDocumentActs();
  const collections = useArchive('libraryCounts', {}).data?.collections ?? [];
  const here = scope.in === 'collection' ? collections.find(({ uid }) => uid === scope.collection) : undefined;

  const rename = (document: PickedDocument) => setAsked({ what: 'rename', documents: [document] });
  const remove = (documents: readonly PickedDocument[]) => {
    if (documents.length === 0) return;
    if (scope.in === 'bin') setAsked({ what: 'purge', documents });
    else
      void binDocuments(documents).then((gone) => {
        if (gone) onGone(documents.map(({ uid }) => uid));
      });
  };
  const askLabels = async (documents: readonly PickedDocument[]) => {
    const [only] = documents;
    if (only === undefined) return;
    const view = documents.length === 1 ? await tellingFailure(call('openDocument', { uid: only.uid })) : undefined;
    setAsked({ what: 'label', documents, labels: view?.document.labels ?? [] });
  };

  const libraryEntries = (documents: readonly PickedDocument[]): readonly MenuEntry[] => {
    const [only] = documents;
    const uids = documents.map(({ uid }) => uid);
    const targets: readonly MenuEntry[] = collections
      .filter((collection) => collection.uid !== here?.uid)
      .map((collection) => ({
        id: collection.uid,
        label: pathName(collections, collection.uid),
        run: () => void addToCollection(collection, uids),
      }));
    const creating: MenuEntry = {
      id: 'new-collection',
      label: `${t('library.newCollection')}…`,
      icon: FolderPlus,
      run: () => setAsked({ what: 'collect', documents }),
    };
    return [
      ...(only !== undefined && documents.length === 1
        ? [
            { id: 'beside', label: t('reading.openBeside'), icon: Columns2, run: () => openBeside(only.uid) },
            { id: 'history', label: `${t('reading.history')}…`, icon: History, run: () => showHistory(only.uid) },
            ...(only.type === 'note'
              ? []
              : [
                  {
                    id: 'again',
                    label: t(only.excerpt === '' ? 'reading.noTextImport' : 'library.importAgain'),
                    icon: FileUp,
                    run: () => importAgain(only.uid),
                  },
                ]),
            { id: 'rename', label: t('library.rename'), icon: Pencil, keys: 'F2', run: () => rename(only) },
          ]
        : []),
      { id: 'labels', label: t('library.editLabels'), icon: Tags, run: () => void askLabels(documents) },
      {
        id: 'add',
        label: t('library.addToCollection'),
        icon: FolderPlus,
        children: targets.length === 0 ? [creating] : [...targets, 'separator', creating],
      },
      ...(here === undefined
        ? []
        : [
            {
              id: 'take-out',
              label: t('library.removeFromCollection', { name: here.name }),
              icon: FolderMinus,
              run: () => void removeFromCollection(here, uids),
            },
          ]),
      ...(only !== undefined && documents.length === 1
        ? [
            {
              id: 'copy-as',
              label: t('library.copyAs'),
              icon: Copy,
              children: copyForms.map((form) => ({
                id: form,
                label: t(`reading.copyForms.${form}`),
                run: () => void copyDocument(only, form),
              })),
            },
          ]
        : []),
      { id: 'export', label: t('library.export'), icon: FileDown, run: () => onExport(uids) },
      'separator',
      {
        id: 'delete',
        label: t('library.moveToBin'),
        icon: Trash2,
        danger: true,
        keys: keyLabel('Delete', currentLanguage(), onMac()),
        run: () => remove(documents),
      },
    ];
  };
  const binEntries = (documents: readonly PickedDocument[]): readonly MenuEntry[] => [
    { id: 'restore', label: t('library.restore'), icon: RotateCcw, run: () => void restoreDocuments(documents) },
    'separator',
    { id: 'purge', label: t('library.purge'), icon: Archive, danger: true, run: () => remove(documents) },
  ];

  return {
    entriesFor: scope.in === 'bin' ? binEntries : libraryEntries,
    rename,
    remove,
    dialogs: asked && <AskedDialog asked={asked} onGone={onGone} onClose={() => setAsked(null)} />,
  };
}

interface AskedDialogProps {
  readonly asked: Asked;
  readonly onGone: (documents: readonly DocumentUid[]) => void;
  readonly onClose: () => void;
}

function AskedDialog({ asked, onGone, onClose }: AskedDialogProps) {
  const { t } = useTranslation();
  const { documents } = asked;
  const [first] = documents;
  if (first === undefined) return null;
  switch (asked.what) {
    case 'rename':
      return (
        <PromptDialog
          title={t('library.renameTitle')}
          label={t('library.title')}
          initial={first.title}
          confirm={t('common.save')}
          onSubmit={(title) => void tellingFailure(call('renameDocument', { uid: first.uid, title }))}
          onClose={onClose}
        />
      );
    case 'label':
      return (
        <PromptDialog
          title={
            documents.length === 1
              ? t('library.labelsTitle', { title: first.title })
              : t('library.labelsTitleMany', { count: documents.length })
          }
          label={t('library.labels')}
          hint={t('library.labelsHint')}
          initial={asked.labels.join(', ')}
          confirm={t('common.save')}
          mayBeEmpty={documents.length === 1}
          onSubmit={(typed) => labelDocuments(documents, labelsFrom(typed))}
          onClose={onClose}
        />
      );
    case 'collect': {
      const collect = async (name: string) => {
        const collection = await tellingFailure(call('createCollection', { name, parent: null }));
        if (collection)
          await addToCollection(
            collection,
            documents.map(({ uid }) => uid),
          );
      };
      return (
        <PromptDialog
          title={t('library.newCollection')}
          label={t('library.collectionName')}
          confirm={t('common.create')}
          onSubmit={(name) => void collect(name)}
          onClose={onClose}
        />
      );
    }
    case 'purge':
      return (
        <ConfirmDialog
          title={t('library.purgeTitle')}
          text={t('library.purgeText', { count: documents.length })}
          confirm={t('library.purgeConfirm')}
          onConfirm={() => {
            void purgeDocuments(documents).then((gone) => {
              if (gone) onGone(documents.map(({ uid }) => uid));
            });
          }}
          onClose={onClose}
        />
      );
  }
}
