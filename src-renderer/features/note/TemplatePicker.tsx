/** Chooses what a new note begins with: a template of the program, or one of the person's own. */
import { useArchive } from '@renderer/client/queries';
import { useTranslation } from '@renderer/i18n/words';
import { PickerDialog } from '@renderer/ui/PickerDialog';
import type { DocumentUid } from '@shared/model/ids';
import { fold } from '@shared/text/fold';
import { CalendarDays, FileStack, IdCard, type LucideIcon, MicVocal } from 'lucide-react';
import { useState } from 'react';
import { type NoteTemplate, noteTemplates, templateLabels } from './note-templates';

export type TemplateChoice = { readonly template: NoteTemplate } | { readonly note: DocumentUid };

export interface TemplatePickerProps {
  readonly onChoose: (choice: TemplateChoice) => void;
  readonly onClose: () => void;
}

const icons: Readonly<Record<NoteTemplate, LucideIcon>> = {
  'source-sheet': IdCard,
  interview: MicVocal,
  daily: CalendarDays,
};
const mostOwn = 100;

function useOwnTemplates() {
  const page = { sort: 'title', descending: false, offset: 0, limit: mostOwn } as const;
  const english = useArchive('listDocuments', { scope: { in: 'label', label: templateLabels.en }, ...page });
  const french = useArchive('listDocuments', { scope: { in: 'label', label: templateLabels.fr }, ...page });
  const rows = [...(english.data?.rows ?? []), ...(french.data?.rows ?? [])];
  return [...new Map(rows.filter(({ type }) => type === 'note').map((row) => [row.uid, row])).values()];
}

/** Arrows and Enter choose. */
export function TemplatePicker({ onChoose, onClose }: TemplatePickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const own = useOwnTemplates();
  const options = [
    ...noteTemplates.map((template) => {
      const Icon = icons[template];
      const name = t(`note.templates.${template}.name`);
      return {
        id: template,
        name,
        run: () => onChoose({ template }),
        content: (
          <>
            <Icon size={15} aria-hidden />
            <span className="picker__label">{name}</span>
            <span className="picker__meta">{t(`note.templates.${template}.hint`)}</span>
          </>
        ),
      };
    }),
    ...own.map(({ uid, title }) => ({
      id: uid,
      name: title,
      run: () => onChoose({ note: uid }),
      content: (
        <>
          <FileStack size={15} aria-hidden />
          <span className="picker__label">{title || t('common.untitledNote')}</span>
          <span className="picker__meta">{t('note.ownTemplate')}</span>
        </>
      ),
    })),
  ];
  const wanted = fold(text.trim());
  return (
    <PickerDialog
      title={t('note.chooseTemplate')}
      fieldLabel={t('note.findTemplate')}
      listLabel={t('note.templatesFound')}
      none={t('note.noTemplate')}
      text={text}
      onText={setText}
      options={options.filter(({ name }) => fold(name).includes(wanted))}
      onClose={onClose}
    />
  );
}
