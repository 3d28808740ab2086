/** Chooses the note a passage is quoted in: a recent one, one found by name, or a new one. */
import { useArchive } from '@renderer/client/queries';
import { formatMoment } from '@renderer/i18n/dates';
import { currentLanguage } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { PickerDialog } from '@renderer/ui/PickerDialog';
import type { DocumentUid } from '@shared/model/ids';
import { FilePlus2, NotebookPen } from 'lucide-react';
import { useState } from 'react';

/** A note to quote in; a new one has no uid yet. */
export interface ChosenNote {
  readonly uid: DocumentUid | null;
  readonly title: string;
}

interface NotePickerProps {
  /** Title a new note gets when no other is typed. */
  readonly newTitle: string;
  readonly onChoose: (note: ChosenNote) => void;
  readonly onClose: () => void;
}

const shown = 12;

/** A dialog with a filter; arrows and Enter choose. */
export function NotePicker({ newTitle, onChoose, onClose }: NotePickerProps) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState('');
  const recent = useArchive('listDocuments', {
    scope: { in: 'notes' },
    sort: 'updated',
    descending: true,
    offset: 0,
    limit: shown,
  });
  const found = useArchive('findTitles', { text: filter, limit: 50 }, { enabled: filter !== '' });
  const notes = (filter === '' ? (recent.data?.rows ?? []) : (found.data ?? []))
    .filter(({ type }) => type === 'note')
    .slice(0, shown);
  const anew = {
    id: 'new',
    run: () => onChoose({ uid: null, title: filter.trim() || newTitle }),
    content: (
      <>
        <FilePlus2 size={15} aria-hidden /> {t('reading.newNoteFrom', { title: filter.trim() || newTitle })}
      </>
    ),
  };
  const options = notes.map(({ uid, title, updatedAtMs }) => ({
    id: uid,
    run: () => onChoose({ uid, title }),
    content: (
      <>
        <NotebookPen size={15} aria-hidden />
        <span className="picker__label">{title || t('common.untitledNote')}</span>
        <span className="picker__meta">{formatMoment(updatedAtMs, Date.now(), currentLanguage())}</span>
      </>
    ),
  }));
  return (
    <PickerDialog
      title={t('reading.chooseNote')}
      fieldLabel={t('reading.filterNotes')}
      listLabel={t('reading.recentNotes')}
      text={filter}
      onText={setFilter}
      options={[anew, ...options]}
      first={filter === '' ? 0 : 1}
      onClose={onClose}
    />
  );
}
