/**
 * REFI-QDA project (`.qdpx`): a zip of `project.qde` and the plain texts, for QualCoder,
 * ATLAS.ti, NVivo and MAXQDA. Positions count code points from 0, the end exclusive, in
 * the text files as they are written: UTF-8 without a mark, LF.
 */
import { chosenFor, defaultChoices, type ExportChoices, type ExportOption } from '@shared/contract/export-choices';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';
import { countEarlier, countFormatted, countOriginals, endsInside, lossesOf } from '../count-losses';
import type { Exporter } from '../exporter';
import { nameOfBundle } from '../name-of-bundle';
import { safeFileName } from '../safe-file-name';
import { zipPieces } from '../zip-writer';
import { projectOf, sourcePath } from './project-markup';

/** Some programs want the text's lines to end as Windows' do, and still count one for each. */
const lineEnds: ExportOption = {
  id: 'lineEnds',
  type: 'choice',
  label: { en: 'Line ends of the texts', fr: 'Fins de ligne des textes' },
  options: [
    { id: 'lf', label: { en: 'LF (QualCoder, ATLAS.ti, NVivo)', fr: 'LF (QualCoder, ATLAS.ti, NVivo)' } },
    { id: 'crlf', label: { en: 'CRLF (MAXQDA)', fr: 'CRLF (MAXQDA)' } },
  ],
  byDefault: ['lf'],
};

function* contents(bundle: ExportBundle, choices: ExportChoices): Generator<ExportedFile> {
  const encoder = new TextEncoder();
  const crlf = chosenFor(lineEnds, choices)[0] === 'crlf';
  const { xml, texts } = projectOf(bundle, choices.language);
  yield { path: 'project.qde', bytes: encoder.encode(xml) };
  for (const [guid, text] of texts)
    yield { path: sourcePath(guid), bytes: encoder.encode(crlf ? text.replaceAll('\n', '\r\n') : text) };
}

const writePieces = (bundle: ExportBundle, choices: ExportChoices = defaultChoices): Iterable<Uint8Array> =>
  zipPieces(contents(bundle, choices));

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const path = `${safeFileName(nameOfBundle(bundle, choices.language), new Set())}.qdpx`;
  yield { path, bytes: new Uint8Array(Buffer.concat([...writePieces(bundle, choices)])) };
}

/** Links to or from what is an orphan, or outside, have no end to hold on to. */
function losses(bundle: ExportBundle): readonly Loss[] {
  const inside = endsInside(bundle);
  const orphans = new Set(bundle.annotations.filter(({ orphaned }) => orphaned).map(({ uid }) => uid));
  const held = (link: ExportBundle['links'][number]): boolean =>
    inside(link) && !orphans.has(link.from) && !('annotation' in link.to && orphans.has(link.to.annotation));
  return lossesOf({
    formatting: countFormatted(bundle),
    orphansAsNotes: orphans.size,
    droppedOutsideLinks: bundle.links.filter((link) => !held(link)).length,
    memberships: bundle.collections.filter(({ parent }) => parent !== null).length,
    originals: countOriginals(bundle),
    earlierVersions: countEarlier(bundle),
  });
}

export const projectExporter: Exporter = {
  id: 'refi-project',
  label: { en: 'Project (REFI-QDA)', fr: 'Projet (REFI-QDA)' },
  description: {
    en: 'Texts with coded passages, for QualCoder, ATLAS.ti, NVivo and MAXQDA.',
    fr: 'Textes et passages codés, pour QualCoder, ATLAS.ti, NVivo et MAXQDA.',
  },
  carries: {
    en: 'plain texts, passages with kind, labels and choices as codes, comments, links, collections as sets, what is known of each document',
    fr: 'textes simples, passages avec type, étiquettes et choix sous forme de codes, commentaires, liens, collections sous forme d’ensembles, ce que l’on sait de chaque document',
  },
  target: 'file',
  extension: 'qdpx',
  selectable: true,
  options: [lineEnds],
  needs: 'nothing',
  preview: 'none',
  carriesBin: false,
  losses,
  write,
  writePieces,
};
