/** What an empty list says: why it is empty, and what to do. */

import { useTranslation } from '@renderer/i18n/words';
import { Blank } from '@renderer/ui/Blank';
import { Button } from '@renderer/ui/Button';
import type { Scope } from '@shared/contract/calls';
import { findKind } from '@shared/kinds/kinds';
import { assertNever } from '@shared/outcome/outcome';
import { Archive, BookOpenText, FileText, FolderOpen, NotebookPen, Tag, Trash2 } from 'lucide-react';

/** Ways to begin, given by the shell. */
export interface StartActions {
  readonly importFiles: () => void;
  readonly paste: () => void;
  readonly samples: () => void;
  readonly newNote: () => void;
}

/** For the whole library: the first start. For a part of it: one sentence. */
export function EmptyLibrary({ scope, start }: { readonly scope: Scope; readonly start: StartActions }) {
  const { t } = useTranslation();
  switch (scope.in) {
    case 'all':
      return (
        <Blank icon={BookOpenText} title={t('library.start')} hint={t('library.startHint')}>
          <Button look="primary" onPress={start.importFiles}>
            {t('library.startFiles')}
          </Button>
          <Button onPress={start.paste}>{t('library.startPaste')}</Button>
          <Button onPress={start.samples}>{t('library.startSamples')}</Button>
        </Blank>
      );
    case 'articles':
      return (
        <Blank icon={FileText} title={t('library.emptyArticles')} hint={t('library.emptyArticlesHint')}>
          <Button onPress={start.importFiles}>{t('library.startFiles')}</Button>
        </Blank>
      );
    case 'notes':
      return (
        <Blank icon={NotebookPen} title={t('library.emptyNotes')} hint={t('library.emptyNotesHint')}>
          <Button onPress={start.newNote}>{t('common.newNote')}</Button>
        </Blank>
      );
    case 'kind':
      return (
        <Blank
          icon={BookOpenText}
          title={t('library.emptyKind')}
          hint={t('library.emptyKindHint', { key: findKind(scope.kind)?.shortcut ?? '' })}
        />
      );
    case 'orphans':
      return <Blank icon={Archive} title={t('library.emptyOrphans')} hint={t('library.emptyOrphansHint')} />;
    case 'label':
      return <Blank icon={Tag} title={t('library.emptyLabel')} hint={t('library.emptyLabelHint')} />;
    case 'collection':
      return <Blank icon={FolderOpen} title={t('library.emptyCollection')} hint={t('library.emptyCollectionHint')} />;
    case 'bin':
      return <Blank icon={Trash2} title={t('library.emptyBin')} hint={t('library.emptyBinHint')} />;
    default:
      return assertNever(scope);
  }
}
