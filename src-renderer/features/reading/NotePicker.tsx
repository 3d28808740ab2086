/** Chooses the note a passage is quoted in: a recent one, one found by name, or a new one. */
import { useArchive } from '@renderer/client/queries';
import { formatMoment } from '@renderer/i18n/dates';
import { currentLanguage } from '@renderer/i18n/i18n';
import { Dialog } from '@renderer/ui/Dialog';
import type { DocumentUid } from '@shared/model/ids';
import { FilePlus2, NotebookPen } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface NotePickerProps {
  /** Title a new note would get. */
  readonly newTitle: string;
  /** Null: a new note. */
  readonly onChoose: (note: { readonly uid: DocumentUid; readonly title: string } | null) => void;
  readonly onClose: () => void;
}

const shown = 12;

/** A dialog with a filter; arrows and Enter choose. */
export function NotePicker({ newTitle, onChoose, onClose }: NotePickerProps) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState('');
  const [at, setAt] = useState(0);
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
  const choose = (index: number): void => {
    const note = notes[index - 1];
    onClose();
    onChoose(index === 0 || note === undefined ? null : { uid: note.uid, title: note.title });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt((now) => (now + (event.key === 'ArrowDown' ? 1 : notes.length) + 0) % (notes.length + 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(at);
    }
  };
  const option = (index: number) => ({
    id: `note-option-${index}`,
    role: 'option',
    'aria-selected': index === at,
    className: index === at ? 'picker__option picker__option--on' : 'picker__option',
    onMouseMove: () => setAt(index),
    onClick: () => choose(index),
  });
  return (
    <Dialog title={t('reading.chooseNote')} onClose={onClose}>
      <input
        className="field__input"
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls="note-options"
        aria-activedescendant={`note-option-${at}`}
        aria-label={t('reading.filterNotes')}
        placeholder={t('reading.filterNotes')}
        value={filter}
        onChange={(event) => {
          setFilter(event.target.value);
          setAt(event.target.value === '' ? 0 : 1);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="note-options" role="listbox" aria-label={t('reading.recentNotes')} className="picker">
        {/* biome-ignore-start lint/a11y/useKeyWithClickEvents: the field above has the keys */}
        {/* biome-ignore-start lint/a11y/useFocusableInteractive: aria-activedescendant points here */}
        <div {...option(0)}>
          <FilePlus2 size={15} aria-hidden /> {t('reading.newNoteFrom', { title: filter || newTitle })}
        </div>
        {notes.map((note, index) => (
          <div key={note.uid} {...option(index + 1)}>
            <NotebookPen size={15} aria-hidden />
            <span className="picker__label">{note.title || t('common.untitledNote')}</span>
            <span className="picker__meta">{formatMoment(note.updatedAtMs, Date.now(), currentLanguage())}</span>
          </div>
        ))}
        {/* biome-ignore-end lint/a11y/useFocusableInteractive: aria-activedescendant points here */}
        {/* biome-ignore-end lint/a11y/useKeyWithClickEvents: the field above has the keys */}
      </div>
    </Dialog>
  );
}
