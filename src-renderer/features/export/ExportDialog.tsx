/** What to take out, in which format and how, and what that format would lose, before anything is written. */

import { call, shell } from '@renderer/client/client';
import { startJob } from '@renderer/client/jobs';
import { useArchive } from '@renderer/client/queries';
import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import type { ExportSelection } from '@shared/contract/calls';
import type { ExportChoices } from '@shared/contract/export-choices';
import type { ExportFormat } from '@shared/contract/export-shapes';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { ExportOptions } from './ExportOptions';
import { ExportPreview } from './ExportPreview';
import { type ExportContext, fileNameFor, offersFor, selectionOf } from './export-offers';
import { rememberExport, rememberedExport } from './remembered-export';
import './export.css';

export interface ExportDialogProps {
  readonly context: ExportContext;
  readonly onClose: () => void;
}

async function write(
  format: ExportFormat,
  selection: ExportSelection,
  choices: ExportChoices,
  name: string,
): Promise<void> {
  // The dialog knows plain endings only: of "postil.zip" the first part belongs to the name.
  const endings = format.extension.split('.');
  const ending = endings.pop() ?? '';
  // One document of a folder format is one file: nobody wants a folder for it.
  const single = selection.take === 'documents' && selection.documents.length === 1;
  const target = single ? 'file' : format.target;
  const grant = await shell().pickExportTarget(target, [name, ...endings].join('.'), ending);
  if (grant === null) return;
  await startJob(
    { kind: 'export', name: grant.name, grant: grant.grant },
    call('startExport', { format: format.id, selection, choices, grant: grant.grant }),
  );
}

/** The offers depend on what is open, selected and searched for; format and options are those of the last time. */
export function ExportDialog({ context, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const formats = useArchive('exportFormats', {}).data ?? [];
  const archiveName = useArchive('archiveInfo', {}).data?.name ?? 'Postil';
  const offers = offersFor(context);
  const [remembered] = useState(rememberedExport);
  const [offerId, setOfferId] = useState<string>(offers[0]?.id ?? 'all');
  const [formatId, setFormatId] = useState(remembered.format);
  const [values, setValues] = useState(remembered.values);
  const format = formats.find(({ id }) => id === formatId) ?? formats[0];
  const chosen = format !== undefined && !format.selectable ? 'all' : offerId;
  const selection = selectionOf(chosen, context);
  const choices: ExportChoices = { language: currentLanguage(), values: (format && values[format.id]) ?? {} };
  const submit = () => {
    if (format === undefined) return;
    rememberExport(format.id, values);
    onClose();
    void write(format, selection, choices, fileNameFor(chosen, context, archiveName));
  };
  const foot = (
    <>
      <Button onPress={onClose}>{t('common.cancel')}</Button>
      <Button look="primary" isDisabled={format === undefined} onPress={submit}>
        {t('exporting.submit')}
      </Button>
    </>
  );
  return (
    <Dialog size="full" title={t('exporting.title')} onClose={onClose} foot={foot}>
      <div className="export">
        <div className="export__choose">
          <RadioGroup
            className="choices"
            value={chosen}
            onChange={setOfferId}
            isDisabled={format !== undefined && !format.selectable}
          >
            <Label className="field__label">{t('exporting.what')}</Label>
            {offers.map((offer) => (
              <Radio key={offer.id} value={offer.id} className="choice">
                {t(offer.words, offer.params)}
              </Radio>
            ))}
            {format !== undefined && !format.selectable && <p className="field__hint">{t('exporting.wholeOnly')}</p>}
          </RadioGroup>
          <RadioGroup className="choices" value={format?.id ?? ''} onChange={setFormatId}>
            <Label className="field__label">{t('exporting.format')}</Label>
            <div className="export__formats">
              {formats.map((one) => (
                <Radio key={one.id} value={one.id} className="choice">
                  {inWords(one.label)}
                </Radio>
              ))}
            </div>
          </RadioGroup>
        </div>
        {format !== undefined && (
          <div className="export__look">
            <p className="export__description">{inWords(format.description)}</p>
            <ExportOptions
              options={format.options}
              values={values[format.id] ?? {}}
              onChange={(next) => setValues({ ...values, [format.id]: next })}
            />
            <ExportPreview format={format.id} selection={selection} choices={choices} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
