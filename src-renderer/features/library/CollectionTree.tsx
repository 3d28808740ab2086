/** The collections in the side bar: nested, made and named here, filled by dragging. */

import { call } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { IconButton } from '@renderer/ui/Button';
import { onCommand } from '@renderer/ui/command-bus';
import { MenuButton, type MenuEntry } from '@renderer/ui/Menu';
import { PromptDialog } from '@renderer/ui/PromptDialog';
import type { Scope } from '@shared/contract/calls';
import type { Collection } from '@shared/model/document';
import type { CollectionUid } from '@shared/model/ids';
import type { TFunction } from 'i18next';
import {
  ChevronDown,
  ChevronRight,
  Ellipsis,
  Folder,
  FolderInput,
  FolderPlus,
  Pencil,
  Plus,
  Trash2,
} from 'lucide-react';
import { type DragEvent, useEffect, useState } from 'react';
import { type CollectionNode, pathName, possibleParents, treeOf } from './collection-tree';
import { addToCollection, deleteCollection } from './document-actions';
import { dragCollection, dragHolds, droppedCollection, droppedDocuments } from './drag-types';
import { ScopeItem } from './ScopeItem';

interface CollectionTreeProps {
  readonly collections: readonly Collection[];
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
}

type Asked =
  | { readonly what: 'create'; readonly parent: CollectionUid | null }
  | { readonly what: 'rename'; readonly collection: Collection };

const move = (uid: CollectionUid, parent: CollectionUid | null) =>
  void tellingFailure(call('moveCollection', { uid, parent }));

/** Heading, tree and the dialogs to create and rename. */
export function CollectionTree(props: CollectionTreeProps) {
  const { collections } = props;
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [over, setOver] = useState(false);
  useEffect(() => onCommand('new-collection', () => setAsked({ what: 'create', parent: null })), []);
  const toTop = {
    onDragOver: (event: DragEvent) => {
      if (dragHolds(event.dataTransfer) !== 'collection') return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      const uid = droppedCollection(event.dataTransfer);
      if (uid !== null) move(uid, null);
    },
  };
  return (
    <>
      <div className={over ? 'side-bar__head side-bar__head--over' : 'side-bar__head'} {...toTop}>
        <h2>{t('library.collections')}</h2>
        <IconButton
          label={t('library.newCollection')}
          icon={Plus}
          small
          onPress={() => setAsked({ what: 'create', parent: null })}
        />
      </div>
      {collections.length === 0 && <p className="side-bar__hint">{t('library.noCollections')}</p>}
      <ul>
        {treeOf(collections, currentLanguage()).map((node) => (
          <CollectionItem key={node.collection.uid} {...props} node={node} depth={0} onAsk={setAsked} />
        ))}
      </ul>
      {asked && <CollectionDialog asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function CollectionDialog({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const creating = asked.what === 'create';
  const submit = (name: string) => {
    const work = creating
      ? call('createCollection', { name, parent: asked.parent })
      : call('renameCollection', { uid: asked.collection.uid, name });
    void tellingFailure<unknown>(work);
  };
  return (
    <PromptDialog
      title={creating ? t('library.newCollection') : t('library.renameCollection')}
      label={t('library.collectionName')}
      initial={creating ? '' : asked.collection.name}
      confirm={creating ? t('common.create') : t('common.save')}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

interface CollectionItemProps extends CollectionTreeProps {
  readonly node: CollectionNode;
  readonly depth: number;
  readonly onAsk: (asked: Asked) => void;
}

function CollectionItem(props: CollectionItemProps) {
  const { node, depth, scope, onScope } = props;
  const { collection, children } = node;
  const { t } = useTranslation();
  const [open, setOpen] = useState(true);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    setOver(false);
    event.preventDefault();
    const moved = droppedCollection(event.dataTransfer);
    const documents = droppedDocuments(event.dataTransfer);
    if (moved !== null && moved !== collection.uid) move(moved, collection.uid);
    if (documents.length > 0) void addToCollection(collection, documents);
  };
  return (
    <li>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging; the menu offers the same */}
      <div
        className={over ? 'collection collection--over' : 'collection'}
        style={{ paddingLeft: depth * 14 }}
        draggable
        onDragStart={(event) => dragCollection(event.dataTransfer, collection.uid)}
        onDragOver={(event) => {
          if (dragHolds(event.dataTransfer) === 'other') return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span className="collection__toggle">
          {children.length > 0 && (
            <IconButton
              label={t(open ? 'library.collapse' : 'library.expand', { name: collection.name })}
              icon={open ? ChevronDown : ChevronRight}
              small
              aria-expanded={open}
              onPress={() => setOpen(!open)}
            />
          )}
        </span>
        <ScopeItem
          sign={children.length === 0 && <Folder size={14} />}
          label={collection.name}
          count={collection.documents}
          chosen={scope.in === 'collection' && scope.collection === collection.uid}
          onChoose={() => onScope({ in: 'collection', collection: collection.uid })}
        />
        <MenuButton label={t('library.collectionActions', { name: collection.name })} entries={entriesOf(props, t)}>
          <IconButton label={t('library.collectionActions', { name: collection.name })} icon={Ellipsis} small />
        </MenuButton>
      </div>
      {open && children.length > 0 && (
        <ul>
          {children.map((child) => (
            <CollectionItem key={child.collection.uid} {...props} node={child} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  );
}

type Translate = TFunction;

function entriesOf(
  { node, collections, scope, onScope, onAsk }: CollectionItemProps,
  t: Translate,
): readonly MenuEntry[] {
  const { collection, children } = node;
  const parents = possibleParents(collections, collection.uid).filter(({ uid }) => uid !== collection.parent);
  const remove = async () => {
    if (scope.in === 'collection' && scope.collection === collection.uid) onScope({ in: 'all' });
    await deleteCollection(
      collection,
      children.map((child) => child.collection.uid),
    );
  };
  return [
    {
      id: 'inside',
      label: `${t('library.newSubCollection')}…`,
      icon: FolderPlus,
      run: () => onAsk({ what: 'create', parent: collection.uid }),
    },
    { id: 'rename', label: t('library.rename'), icon: Pencil, run: () => onAsk({ what: 'rename', collection }) },
    {
      id: 'move',
      label: t('library.moveCollection'),
      icon: FolderInput,
      disabled: collection.parent === null && parents.length === 0,
      children: [
        {
          id: 'top',
          label: t('library.topLevel'),
          disabled: collection.parent === null,
          run: () => move(collection.uid, null),
        },
        ...parents.map(({ uid }) => ({
          id: uid,
          label: pathName(collections, uid),
          run: () => move(collection.uid, uid),
        })),
      ],
    },
    'separator',
    { id: 'delete', label: t('library.deleteCollection'), icon: Trash2, danger: true, run: () => void remove() },
  ];
}
