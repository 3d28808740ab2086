/** A list at the side of a dialog in which one row is always chosen; what it stands for is shown beside it. */
import type { ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import './choice-list.css';

interface Choice<Key extends string | number> {
  readonly key: Key;
  /** What a screen reader says, and typing looks for. */
  readonly text: string;
  readonly content: ReactNode;
}

interface ChoiceListProps<Key extends string | number> {
  readonly label: string;
  readonly rows: readonly Choice<Key>[];
  /** How a row is laid out. */
  readonly rowClass: string;
  readonly chosen: Key | null;
  readonly onChoose: (key: Key) => void;
}

/** Arrows choose. */
export function ChoiceList<Key extends string | number>(props: ChoiceListProps<Key>) {
  const { label, rows, rowClass, chosen, onChoose } = props;
  const choose = (keys: 'all' | Set<string | number>): void => {
    const [key] = keys === 'all' ? [] : keys;
    const row = rows.find((one) => one.key === key);
    if (row !== undefined) onChoose(row.key);
  };
  return (
    <ListBox
      aria-label={label}
      className="choice-list"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={choose}
      autoFocus
    >
      {rows.map(({ key, text, content }) => (
        <ListBoxItem key={key} id={key} textValue={text} className={`choice-list__row ${rowClass}`}>
          {content}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
