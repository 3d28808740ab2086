/**
 * The evidence pack: a page whose data holds a whole archive of Postil's own. Nothing of the
 * page is looked at but that data, and of it nothing believed before its hash.
 */
import { createHash } from 'node:crypto';
import { evidenceGenerator, evidenceSchema, evidenceScriptId } from '@shared/contract/evidence-format';
import { Failure } from '@shared/outcome/outcome';
import { headOf } from './decode-text';
import type { Importer } from './importer';
import { readNativeArchive } from './native';
import { brokenFile } from './refusal';

/** A pack says what it is among the first lines of its head. */
const headBytes = 4_096;
/** Largest pack, in bytes: beyond it JavaScript holds no such text. */
const maxBytes = 256 * 1_048_576;
const opening = `<script type="application/json" id="${evidenceScriptId}">`;

/** The data of a pack. @throws Failure import/broken */
function dataIn(page: string, name: string): unknown {
  // The last one: words of a document may say the same, escaped or not.
  const from = page.lastIndexOf(opening);
  const to = page.indexOf('</script>', from);
  if (from < 0 || to < 0)
    throw brokenFile(name, 'its data is missing, perhaps because the page was saved again by a browser');
  try {
    return JSON.parse(page.slice(from + opening.length, to));
  } catch (error) {
    throw brokenFile(name, 'its data is damaged', error);
  }
}

export const evidencePackImporter: Importer = {
  id: 'evidence',
  label: { en: 'Evidence pack', fr: 'Dossier de preuves' },
  extensions: ['postil.html'],
  mediaTypes: ['application/x-postil-evidence'],
  content: 'text',
  maxBytes,
  detect: (bytes) => headOf(bytes, headBytes).includes(`content="${evidenceGenerator}"`),
  read: async ({ name, bytes }) => {
    const parsed = evidenceSchema.safeParse(dataIn(new TextDecoder().decode(bytes), name));
    if (!parsed.success) throw brokenFile(name, 'its data is of another kind or a later version');
    const { sha256, data } = parsed.data.archive;
    const archive = Buffer.from(data, 'base64');
    if (createHash('sha256').update(archive).digest('hex') !== sha256)
      throw brokenFile(name, 'its data is not what its fingerprint vouches for');
    const outcome = await readNativeArchive(archive);
    if (!outcome.ok) throw new Failure(outcome.error.code, outcome.error.message, outcome.error.params);
    return { holds: 'archive', bundle: outcome.value };
  },
};
