/** REFI-QDA codebook (`.qdc`): kinds, their choices and the labels as codes, without any text. */
import { defaultChoices, type ExportChoices } from '@shared/contract/export-choices';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';
import { lossesOf } from '../count-losses';
import type { Exporter } from '../exporter';
import { xml, xmlFile } from '../markup';
import { nameOfBundle } from '../name-of-bundle';
import { safeFileName } from '../safe-file-name';
import { codeTree } from './codes';

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const { markup } = codeTree(bundle, choices.language);
  const text = xmlFile(xml('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Postil' }, markup));
  const path = `${safeFileName(nameOfBundle(bundle, choices.language), new Set())}.qdc`;
  yield { path, bytes: new TextEncoder().encode(text) };
}

const losses = (bundle: ExportBundle): readonly Loss[] =>
  lossesOf({
    bodies: bundle.documents.length,
    passages: bundle.annotations.length,
    links: bundle.links.length,
    collections: bundle.collections.length,
  });

export const codebookExporter: Exporter = {
  id: 'refi-codebook',
  label: { en: 'Codebook (REFI-QDA)', fr: 'Livre de codes (REFI-QDA)' },
  description: {
    en: 'Kinds and labels as codes, for QualCoder, ATLAS.ti, NVivo and MAXQDA.',
    fr: 'Types et étiquettes sous forme de codes, pour QualCoder, ATLAS.ti, NVivo et MAXQDA.',
  },
  carries: {
    en: 'kinds with colours and choices, nested labels',
    fr: 'types avec couleurs et choix, étiquettes imbriquées',
  },
  target: 'file',
  extension: 'qdc',
  selectable: true,
  options: [],
  needs: 'nothing',
  preview: 'text',
  carriesBin: false,
  losses,
  write,
};
