/** Finds a passage to quote: by words of its quotation or comment, the most recent first. */
import { useArchive } from '@renderer/client/queries';
import { Dialog } from '@renderer/ui/Dialog';
import { kindStyle } from '@renderer/ui/kind-colours';
import { findKind } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface PassagePickerProps {
  readonly onChoose: (annotation: Annotation) => void;
  readonly onClose: () => void;
}

/** Arrows and Enter choose. */
export function PassagePicker({ onChoose, onClose }: PassagePickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { data: found = [] } = useArchive('findAnnotations', { text, limit: 40 });
  const choose = (index: number): void => {
    const chosen = found[index];
    if (chosen === undefined) return;
    onClose();
    onChoose(chosen.annotation);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt((now) => Math.min(now + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(now - 1, 0));
    else if (event.key === 'Enter') choose(at);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t('note.choosePassage')} onClose={onClose} wide>
      <input
        className="field__input"
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls="passage-options"
        aria-activedescendant={`passage-option-${at}`}
        aria-label={t('note.findPassage')}
        placeholder={t('note.findPassage')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="passage-options" role="listbox" aria-label={t('note.passagesFound')} className="picker">
        {found.length === 0 && <p className="picker__none">{t('note.noPassages')}</p>}
        {found.map(({ annotation, documentTitle }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here
          <div
            key={annotation.uid}
            id={`passage-option-${index}`}
            role="option"
            aria-selected={index === at}
            className={index === at ? 'picker__option picker__option--on' : 'picker__option'}
            style={kindStyle(annotation.kind)}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(index)}
          >
            <span className="picker__sign" aria-hidden>
              {findKind(annotation.kind)?.sign}
            </span>
            <span className="picker__quote">
              {annotation.selector.exact}
              <small>{[documentTitle, annotation.comment].filter((part) => part !== '').join(' · ')}</small>
            </span>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
