/** Web archives (.mhtml, .mht): the page a browser saved in one file, read like any page. */
import { headOf } from '../decode-text';
import { htmlImporter } from '../html';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from '../importer';
import { brokenFile } from '../refusal';
import { leafParts, type MimePart, parseMime, partFinder } from './mime';

const mediaType = 'multipart/related';

export const mhtmlImporter: Importer = {
  id: 'mhtml',
  label: { en: 'Web archive', fr: 'Archive web' },
  extensions: ['mhtml', 'mht'],
  mediaTypes: [mediaType],
  content: 'text',
  maxBytes: maxTextBytes,
  detect: (bytes) => /^content-type:\s*multipart\/related/im.test(headOf(bytes, 2048)),
  read: readMhtml,
};

async function readMhtml(file: FileToRead, signal?: AbortSignal): Promise<Imported> {
  const archive = parseMime(file.bytes);
  const page = pageOf(archive);
  if (!page) throw brokenFile(file.name, 'it holds no web page');
  const address = [archive.headers.get('snapshot-content-location'), page.headers.get('content-location')].find(
    (location) => /^https?:\/\//i.test(location ?? ''),
  );
  const imported = await htmlImporter.read(
    { name: file.name, bytes: addressed(page.bytes, address), part: partFinder(archive, address) },
    signal,
  );
  if (imported.holds !== 'documents') return imported;
  return {
    holds: 'documents',
    documents: imported.documents.map((document) => ({ ...document, mediaType })),
  };
}

/** The page the others belong to: the one named as start, else the first. */
function pageOf(archive: MimePart): MimePart | undefined {
  const pages = leafParts(archive).filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const start = archive.parameters.get('start');
  return pages.find(({ headers }) => start !== undefined && headers.get('content-id') === start) ?? pages[0];
}

/** A page with the address it was saved from, noted as browsers do. */
function addressed(bytes: Uint8Array, address: string | undefined): Uint8Array {
  if (address === undefined || !URL.canParse(address)) return bytes;
  const { href } = new URL(address);
  return Buffer.concat([
    Buffer.from(`<!-- saved from url=(${String(href.length).padStart(4, '0')})${href} -->\n`),
    bytes,
  ]);
}
