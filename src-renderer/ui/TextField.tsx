/** A labelled line of text. */
import { TextField as AriaTextField, Input, Label, Text } from 'react-aria-components';

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
}

/** The whole text is selected when it takes the focus, ready to be replaced. */
export function TextField({ label, hint, value, onChange, autoFocus = false }: TextFieldProps) {
  return (
    <AriaTextField className="field" value={value} onChange={onChange} autoFocus={autoFocus}>
      <Label className="field__label">{label}</Label>
      <Input className="field__input" onFocus={(event) => event.currentTarget.select()} />
      {hint !== undefined && (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      )}
    </AriaTextField>
  );
}
