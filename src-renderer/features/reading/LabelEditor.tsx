/** An annotation's labels as chips, with a field that completes from the archive's labels. */
import { useArchive } from '@renderer/client/queries';
import { useTranslation } from '@renderer/i18n/words';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CompletionField } from './cards/CompletionField';
import { LabelDraft, labelOf } from './cards/label-draft';

interface LabelEditorProps {
  readonly labels: readonly string[];
  /** With what the change replaces; tells whether it was saved. */
  readonly onChange: (labels: readonly string[], before: readonly string[]) => Promise<boolean>;
  /** Shows the field and the buttons that remove. */
  readonly editable: boolean;
}

const offered = 8;

/** Chips alone unless it is editable: a page shows a hundred of these. */
export function LabelEditor({ editable, ...props }: LabelEditorProps) {
  if (editable) return <EditedLabels {...props} />;
  if (props.labels.length === 0) return null;
  return (
    <div className="labels">
      {props.labels.map((label) => (
        <LabelChip key={label} label={label} />
      ))}
    </div>
  );
}

function LabelChip({ label, children }: { readonly label: string; readonly children?: ReactNode }) {
  return (
    <span className="chip">
      <span aria-hidden className="labels__sign">
        #
      </span>
      {label}
      {children}
    </span>
  );
}

/** Enter or a comma adds; Backspace in the empty field removes the last. */
function EditedLabels({ labels, onChange }: Omit<LabelEditorProps, 'editable'>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const known = useArchive('listLabels', { startsWith: typed.trim(), limit: offered + labels.length });
  const [draft] = useState(() => new LabelDraft(labels));
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => draft.take(labels), [draft, labels]);
  const change = (next: readonly string[] | null): void => {
    if (next === null) return;
    const before = draft.labels;
    void draft.ask(next, latest.current(next, before));
  };
  const add = (text: string): void => {
    setTyped('');
    change(draft.adding(labelOf(text)));
  };
  return (
    <div className="labels">
      {labels.map((label) => (
        <LabelChip key={label} label={label}>
          <button
            type="button"
            aria-label={t('reading.removeLabel', { label })}
            onClick={() => change(draft.removing(label))}
          >
            <X size={11} aria-hidden />
          </button>
        </LabelChip>
      ))}
      <CompletionField
        className="labels__field"
        label={t('reading.addLabel')}
        placeholder={t('reading.addLabelShort')}
        value={typed}
        onChange={setTyped}
        options={(known.data ?? []).filter((label) => !labels.includes(label)).slice(0, offered)}
        onTake={add}
        onBlur={() => add(typed)}
        onKey={(event) => {
          if (event.key === ',') {
            event.preventDefault();
            add(typed);
          } else if (event.key === 'Backspace' && typed === '') change(draft.removing(draft.labels.at(-1) ?? ''));
        }}
      />
    </div>
  );
}
