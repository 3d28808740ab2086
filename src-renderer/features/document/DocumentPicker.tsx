/** Chooses a document by its title: the ones changed last, or those found by name. */
import { useArchive } from '@renderer/client/queries';
import { formatMoment } from '@renderer/i18n/dates';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { PickerDialog } from '@renderer/ui/PickerDialog';
import type { DocumentUid } from '@shared/model/ids';
import { FileText, NotebookPen } from 'lucide-react';
import { useState } from 'react';

export interface DocumentPickerProps {
  readonly title: string;
  /** Not offered: the documents open already. */
  readonly without: readonly DocumentUid[];
  readonly onChoose: (uid: DocumentUid) => void;
  readonly onClose: () => void;
}

const offered = 14;

/** A dialog with a filter; arrows and Enter choose. */
export function DocumentPicker({ title, without, onChoose, onClose }: DocumentPickerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const page = { offset: 0, limit: offered + without.length };
  const recent = useArchive('listDocuments', { scope: { in: 'all' }, sort: 'updated', descending: true, ...page });
  const named = useArchive('findTitles', { text: typed, limit: page.limit }, { enabled: typed !== '' });
  const found = (typed === '' ? (recent.data?.rows ?? []) : (named.data ?? []))
    .filter(({ uid }) => !without.includes(uid))
    .slice(0, offered);
  const options = found.map(({ uid, title: name, type, site, updatedAtMs }) => ({
    id: uid,
    run: () => onChoose(uid),
    content: (
      <>
        {type === 'note' ? <NotebookPen size={15} aria-hidden /> : <FileText size={15} aria-hidden />}
        <span className="picker__label">{name || t('library.untitled')}</span>
        <span className="picker__meta">{site || formatMoment(updatedAtMs, Date.now(), currentLanguage())}</span>
      </>
    ),
  }));
  return (
    <PickerDialog
      title={title}
      fieldLabel={t('reading.findDocument')}
      listLabel={t('library.list')}
      none={t('reading.noDocument')}
      text={typed}
      onText={setTyped}
      options={options}
      onClose={onClose}
    />
  );
}
