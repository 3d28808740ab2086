/** Finds a passage to quote: by words of its quotation or comment, the most recent first. */
import { useArchive } from '@renderer/client/queries';
import { useTranslation } from '@renderer/i18n/words';
import { kindStyle } from '@renderer/ui/kind-colours';
import { PickerDialog } from '@renderer/ui/PickerDialog';
import type { Annotation } from '@shared/model/annotation';
import { useState } from 'react';
import { PassageLine } from './PassageLine';

interface PassagePickerProps {
  readonly onChoose: (annotation: Annotation) => void;
  readonly onClose: () => void;
}

/** Arrows and Enter choose. */
export function PassagePicker({ onChoose, onClose }: PassagePickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const { data: found = [] } = useArchive('findAnnotations', { text, limit: 40 });
  return (
    <PickerDialog
      title={t('note.choosePassage')}
      fieldLabel={t('note.findPassage')}
      listLabel={t('note.passagesFound')}
      none={t('note.noPassages')}
      text={text}
      onText={setText}
      options={found.map((passage) => ({
        id: passage.annotation.uid,
        style: kindStyle(passage.annotation.kind),
        run: () => onChoose(passage.annotation),
        content: <PassageLine passage={passage} />,
      }))}
      wide
      onClose={onClose}
    />
  );
}
