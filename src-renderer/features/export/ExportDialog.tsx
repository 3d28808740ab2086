/** What to take out, in which format, and what that format would lose, before anything is written. */

import { call, shell } from '@renderer/client/client';
import { startJob } from '@renderer/client/jobs';
import { useArchive } from '@renderer/client/queries';
import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { reportWords } from '@renderer/i18n/report-words';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import type { ExportSelection } from '@shared/contract/calls';
import type { ExportFormat } from '@shared/contract/shapes';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type ExportContext, fileNameFor, offersFor, selectionOf } from './export-offers';
import './export.css';

export interface ExportDialogProps {
  readonly context: ExportContext;
  readonly onClose: () => void;
}

async function write(format: ExportFormat, selection: ExportSelection, name: string): Promise<void> {
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
    call('startExport', { format: format.id, selection, grant: grant.grant }),
  );
}

/** The offers depend on what is open, selected and searched for. */
export function ExportDialog({ context, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const formats = useArchive('exportFormats', {}).data ?? [];
  const archiveName = useArchive('archiveInfo', {}).data?.name ?? 'Postil';
  const offers = offersFor(context);
  const [offerId, setOfferId] = useState<string>(offers[0]?.id ?? 'all');
  const [formatId, setFormatId] = useState('');
  const format = formats.find(({ id }) => id === formatId) ?? formats[0];
  const chosen = format !== undefined && !format.selectable ? 'all' : offerId;
  const selection = selectionOf(chosen, context);
  const submit = () => {
    if (format === undefined) return;
    onClose();
    void write(format, selection, fileNameFor(chosen, context, archiveName));
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
    <Dialog wide title={t('exporting.title')} onClose={onClose} foot={foot}>
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
        {formats.map((one) => (
          <Radio key={one.id} value={one.id} className="choice">
            <span>
              {inWords(one.label)}
              <span className="choice__hint" lang={currentLanguage()}>
                {inWords(one.description)}
              </span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {format !== undefined && <Losses format={format.id} selection={selection} />}
    </Dialog>
  );
}

function Losses({ format, selection }: { readonly format: string; readonly selection: ExportSelection }) {
  const { t } = useTranslation();
  const data = useArchive('exportPreview', { format, selection }).data?.losses;
  return (
    <section className="losses" aria-live="polite">
      <h3 className="field__label">{t('exporting.lossesTitle')}</h3>
      {data === undefined && <p>{t('exporting.checking')}</p>}
      {data?.length === 0 && <p>{t('exporting.noLosses')}</p>}
      {data !== undefined && data.length > 0 && (
        <ul>
          {data.map((loss) => (
            <li key={loss.what}>
              {reportWords(loss.what, currentLanguage())} <span className="losses__count">× {loss.count}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
