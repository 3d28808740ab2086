/** A kind's field that completes from the values the archive has for it. */
import { useArchive } from '@renderer/client/queries';
import { inWords } from '@renderer/i18n/i18n';
import type { KindField, KindId } from '@shared/kinds/kinds';
import { useEffect, useState } from 'react';
import { CompletionField } from './CompletionField';

interface NameFieldProps {
  readonly kind: KindId;
  readonly field: KindField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const offered = 8;

/** Saves when it is left, or when a value is taken. */
export function NameField({ kind, field, value, onChange }: NameFieldProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const { data: known = [] } = useArchive('listFieldValues', {
    kind,
    field: field.id,
    startsWith: draft.trim(),
    limit: offered + 1,
  });
  return (
    <CompletionField
      label={inWords(field.label)}
      value={draft}
      onChange={setDraft}
      options={known.filter((one) => one !== draft.trim()).slice(0, offered)}
      onTake={(taken) => {
        setDraft(taken);
        onChange(taken.trim());
      }}
      onBlur={() => onChange(draft.trim())}
    />
  );
}
