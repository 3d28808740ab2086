/** Chooses a document by its title: the ones changed last, or those found by name. */
import { useArchive } from '@renderer/client/queries';
import { formatMoment } from '@renderer/i18n/dates';
import { currentLanguage } from '@renderer/i18n/i18n';
import { Dialog } from '@renderer/ui/Dialog';
import type { DocumentUid } from '@shared/model/ids';
import { FileText, NotebookPen } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './document-picker.css';

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
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const page = { offset: 0, limit: offered + without.length };
  const recent = useArchive('listDocuments', { scope: { in: 'all' }, sort: 'updated', descending: true, ...page });
  const named = useArchive('findTitles', { text: typed, limit: page.limit }, { enabled: typed !== '' });
  const found = (typed === '' ? (recent.data?.rows ?? []) : (named.data ?? []))
    .filter(({ uid }) => !without.includes(uid))
    .slice(0, offered);
  const choose = (index: number): void => {
    const chosen = found[index];
    if (chosen === undefined) return;
    onClose();
    onChoose(chosen.uid);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') choose(at);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <input
        className="field__input"
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found.length === 0 ? undefined : `${listId}-${at}`}
        aria-label={t('reading.findDocument')}
        placeholder={t('reading.findDocument')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t('library.list')} className="document-picker">
        {found.length === 0 && <p className="document-picker__none">{t('reading.noDocument')}</p>}
        {found.map((document, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here
          <div
            key={document.uid}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className={index === at ? 'document-picker__option document-picker__option--on' : 'document-picker__option'}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(index)}
          >
            {document.type === 'note' ? <NotebookPen size={15} aria-hidden /> : <FileText size={15} aria-hidden />}
            <span>{document.title || t('library.untitled')}</span>
            <small>{document.site || formatMoment(document.updatedAtMs, Date.now(), currentLanguage())}</small>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
