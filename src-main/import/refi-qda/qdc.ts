/**
 * REFI-QDA codebooks (`.qdc`): codes without any text. Labels exist here only on what they
 * are put on, so the codes become a note that lists them, nested and with their descriptions.
 */
import type { Block } from '@shared/model/block';
import { emptyMetadata } from '@shared/model/document';
import { normaliseBody } from '@shared/text/canonical-text';
import { headOf } from '../decode-text';
import { type FileToRead, type Imported, type Importer, maxTextBytes } from '../importer';
import { brokenFile, noText } from '../refusal';
import { titleFromFileName } from '../title';
import { parseXml } from '../xml';
import { readCodes } from './code-meanings';
import { attributeOf, localName } from './qda-elements';

const mediaType = 'application/x-refi-qda-codebook';
/** Levels a list is indented by at most. */
const deepest = 8;

export const qdcImporter: Importer = {
  id: 'refi-codebook',
  label: { en: 'Codebook (REFI-QDA)', fr: 'Livre de codes (REFI-QDA)' },
  extensions: ['qdc'],
  mediaTypes: [mediaType],
  content: 'text',
  maxBytes: maxTextBytes,
  detect: (bytes) => headOf(bytes, 2_048).includes('urn:QDA-XML:codebook:1.0'),
  read,
};

async function read({ name, bytes }: FileToRead): Promise<Imported> {
  const root = await parseXml(bytes, (reason) => brokenFile(name, reason));
  if (localName(root) !== 'CodeBook') throw brokenFile(name, 'it is not a REFI-QDA codebook');
  const codes = readCodes(root, attributeOf(root, 'origin') === 'Postil');
  if (codes.length === 0) throw noText(name);
  const blocks: readonly Block[] = codes.map(({ name: code, description, depth }) => ({
    type: 'listItem',
    list: 'bulleted',
    depth: Math.min(depth, deepest),
    inlines: [
      { type: 'text', text: code, marks: ['bold'] },
      ...(description === '' ? [] : [{ type: 'text' as const, text: ` — ${description.replace(/\s+/g, ' ')}` }]),
    ],
  }));
  const document = {
    type: 'note',
    title: titleFromFileName(name),
    metadata: emptyMetadata,
    body: normaliseBody({ version: 1, blocks }),
    labels: [],
    mediaType,
    losses: [{ what: 'codesAsList', count: codes.length }],
  } as const;
  return { holds: 'documents', documents: [document] };
}
