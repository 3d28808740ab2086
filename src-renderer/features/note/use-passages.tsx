/** The quoted passages of a note as cards: which is selected, which is being changed, and their check. */

import { domRangeOf } from '@renderer/editor/dom-points';
import {
  passageKeyAt,
  replaceWords,
  selectedPassage,
  selectPassage,
  setQuotation,
} from '@renderer/editor/nodes/passage-acts';
import type { PassageContent } from '@renderer/editor/nodes/passage-node';
import type { TextSession } from '@renderer/editor/text-session';
import { onWriting } from '@renderer/editor/writing-commands';
import type { Quotation } from '@shared/quotes/find-quotations';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useState } from 'react';
import type { NotePaneProps } from './note-pane-props';
import { PassageCard } from './PassageCard';
import { QuoteCheckBar } from './QuoteCheckBar';
import type { Range } from './use-note-find';
import { useQuotations } from './use-quotations';

interface Passages {
  readonly card: (content: PassageContent, key: string) => ReactNode;
  readonly bar: ReactNode;
  /** Does what a key asks of the selected passage; false when it asks nothing. */
  readonly takeKey: (event: KeyboardEvent) => boolean;
}

function useSelectedKey({ editor }: TextSession): string | null {
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => onWriting(editor, () => setKey(selectedPassage(editor)?.key ?? null)), [editor]);
  return key;
}

/** `show` scrolls to a place in the note. */
export function usePassages(
  text: TextSession,
  show: (range: Range) => void,
  onOpen: NotePaneProps['onOpen'],
): Passages {
  const { editor } = text;
  const { checked, evidenceOf } = useQuotations(text);
  const selected = useSelectedKey(text);
  const [editing, setEditing] = useState<string | null>(null);
  const showQuotation = useCallback(
    (quotation: Quotation) => {
      const key = passageKeyAt(text.map(), quotation.start);
      if (key !== null) selectPassage(editor, key);
      else {
        const range = domRangeOf(editor, text.map(), quotation.start, quotation.end);
        editor.getRootElement()?.focus({ preventScroll: true });
        if (range !== null)
          document
            .getSelection()
            ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      }
      show(quotation);
    },
    [editor, text, show],
  );
  const card = (content: PassageContent, key: string): ReactNode => (
    <PassageCard
      content={content}
      evidence={evidenceOf(content)}
      selected={key === selected}
      editing={key === editing}
      onEdit={() => setEditing(key)}
      onEdited={(byKey) => {
        setEditing(null);
        if (byKey) selectPassage(editor, key);
      }}
      onQuotation={(quotation) => setQuotation(editor, key, quotation)}
      onOpen={onOpen}
    />
  );
  return {
    card,
    bar: (
      <QuoteCheckBar
        checked={checked}
        onShow={showQuotation}
        onTake={({ start, end }, words) => replaceWords(editor, text.map(), start, end, words)}
      />
    ),
    takeKey: (event) => {
      if (selected === null) return false;
      const onButton = event.target instanceof HTMLButtonElement;
      if (event.key === 'F2') setEditing(selected);
      else if (event.key === 'Tab' && !event.shiftKey && !onButton)
        editor.getElementByKey(selected)?.querySelector('button')?.focus();
      else if (event.key === 'Escape' && onButton) selectPassage(editor, selected);
      else return false;
      return true;
    },
  };
}
