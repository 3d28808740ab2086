/** The choices a format declares: one of several, or any number. */
import { inWords } from '@renderer/i18n/i18n';
import { Select } from '@renderer/ui/Select';
import { chosenFor, type ExportOption } from '@shared/contract/export-choices';
import { Check } from 'lucide-react';
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';

type Values = Readonly<Record<string, readonly string[]>>;

export interface ExportOptionsProps {
  readonly options: readonly ExportOption[];
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}

/** Nothing for a format without choices. */
export function ExportOptions({ options, values, onChange }: ExportOptionsProps) {
  return options.map((option) => {
    const chosen = chosenFor(option, { language: 'en', values });
    const change = (ids: readonly string[]): void => onChange({ ...values, [option.id]: ids });
    const label = inWords(option.label);
    if (option.type === 'choice')
      return (
        <Select
          key={option.id}
          label={label}
          value={chosen[0] ?? ''}
          options={option.options.map(({ id, label: words }) => ({ id, label: inWords(words) }))}
          onChange={(id) => change([id])}
        />
      );
    // As the format lists them, in whatever order they were ticked; never none, which would mean the usual ones.
    const keepOrder = (ids: readonly string[]): readonly string[] =>
      option.options.map(({ id }) => id).filter((id) => ids.includes(id));
    return (
      <CheckboxGroup
        key={option.id}
        className="export__several"
        value={[...chosen]}
        onChange={(ids) => ids.length > 0 && change(keepOrder(ids))}
      >
        <Label className="field__label">{label}</Label>
        <div className="export__ticks">
          {option.options.map(({ id, label: words }) => (
            <Checkbox key={id} value={id} className="export__tick">
              <span className="export__box">
                <Check size={12} aria-hidden />
              </span>
              {inWords(words)}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
    );
  });
}
