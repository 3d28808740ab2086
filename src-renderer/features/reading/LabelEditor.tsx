/** An annotation's labels as chips, with a field that completes from the archive's labels. */
import { useArchive } from '@renderer/client/queries';
import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface LabelEditorProps {
  readonly labels: readonly string[];
  readonly onChange: (labels: readonly string[]) => void;
  /** Shows the field and the buttons that remove. */
  readonly editable: boolean;
}

const offered = 12;

/** Enter or a comma adds; Backspace in the empty field removes the last. */
export function LabelEditor({ labels, onChange, editable }: LabelEditorProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState('');
  const listId = useId();
  const known = useArchive('listLabels', { startsWith: draft, limit: offered }, { enabled: editable });
  const add = (): void => {
    const label = draft.trim().replace(/^#/, '');
    setDraft('');
    if (label !== '' && !labels.includes(label)) onChange([...labels, label]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && draft === '' && labels.length > 0) onChange(labels.slice(0, -1));
  };
  if (!editable && labels.length === 0) return null;
  return (
    <div className="labels">
      {labels.map((label) => (
        <span key={label} className="chip">
          {label}
          {editable && (
            <button
              type="button"
              aria-label={t('reading.removeLabel', { label })}
              onClick={() => onChange(labels.filter((other) => other !== label))}
            >
              <X size={11} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {editable && (
        <>
          <input
            className="labels__field"
            value={draft}
            list={listId}
            aria-label={t('reading.addLabel')}
            placeholder={t('reading.addLabelShort')}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={add}
          />
          <datalist id={listId}>
            {(known.data ?? [])
              .filter((label) => !labels.includes(label))
              .map((label) => (
                <option key={label} value={label} />
              ))}
          </datalist>
        </>
      )}
    </div>
  );
}
