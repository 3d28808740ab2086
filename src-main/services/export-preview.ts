/** What an export would write and lose, said before anything is written. Pure but for the bundle it is given. */
import type { ExportChoices } from '@shared/contract/export-choices';
import type { ExportPreview } from '@shared/contract/export-shapes';
import type { ExportBundle } from '@shared/model/bundle';
import type { Exporter } from '../export/exporter';

/** Documents that are written for the preview. */
const sampleDocuments = 3;
/** Longest beginning shown, in bytes: some screens of text. */
const beginningBytes = 6_000;

/** The bundle's first documents with what belongs to them. */
function firstOf(bundle: ExportBundle): ExportBundle {
  const documents = bundle.documents.slice(0, sampleDocuments);
  const held = new Set(documents.map(({ uid }) => uid));
  const annotations = bundle.annotations.filter(({ document }) => held.has(document));
  const passages = new Set(annotations.map(({ uid }) => uid));
  return {
    ...bundle,
    documents,
    annotations,
    links: bundle.links.filter(({ from }) => passages.has(from)),
    memberships: bundle.memberships.filter(({ document }) => held.has(document)),
  };
}

/** Whole characters of the beginning of some UTF-8. */
function beginningOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, beginningBytes), { stream: true });
  return bytes.length > beginningBytes ? `${text}…` : text;
}

/** Looks at a few documents; counts all of them. */
export function previewOf(exporter: Exporter, bundle: ExportBundle, choices: ExportChoices): ExportPreview {
  const counts = {
    documents: bundle.documents.length,
    passages: bundle.annotations.length,
    links: bundle.links.length,
    losses: exporter.losses(bundle, choices),
  };
  if (exporter.preview === 'none' || bundle.documents.length === 0) return { ...counts, files: [], beginning: '' };
  const files = [...exporter.write(firstOf(bundle), choices)];
  const [first] = files;
  return {
    ...counts,
    files: exporter.needs === 'printer' ? [] : files.map(({ path }) => path),
    beginning: first === undefined ? '' : beginningOf(first.bytes),
  };
}
