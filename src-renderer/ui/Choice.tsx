/** A labelled choice of one among few, all of them in sight. */
import { Label, Radio, RadioGroup } from 'react-aria-components';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** Arrows choose. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const choose = (id: string): void => {
    const option = options.find((one) => one.id === id);
    if (option) onChange(option.id);
  };
  return (
    <RadioGroup className="field" value={value} onChange={choose} orientation="horizontal">
      <Label className="field__label">{label}</Label>
      <div className="segments">
        {options.map(({ id, label: words }) => (
          <Radio key={id} value={id} className="segments__one">
            {words}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
