import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pngOf } from '@shared/images/test-images';
import { expect, onTestFinished, test } from 'vitest';
import { parseFile } from '../import/parse-file';
import { withCompanions } from './companions';
import { treeReader } from './folder-tree';

/** A folder of notes with pictures in it, and a secret beside it. */
function vault() {
  const outer = mkdtempSync(join(tmpdir(), 'postil-vault-'));
  onTestFinished(() => rmSync(outer, { recursive: true, force: true }));
  const root = join(outer, 'coffre');
  for (const folder of ['notes', 'Pièces jointes', '_resources']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(outer, 'secret.png'), pngOf(40, 40));
  writeFileSync(join(root, 'notes', 'à côté.png'), pngOf(10, 10));
  writeFileSync(join(root, 'Pièces jointes', 'Pont.png'), pngOf(11, 11));
  writeFileSync(join(root, '_resources', '0123456789abcdef0123456789abcdef.png'), pngOf(12, 12));
  symlinkSync(join(outer, 'secret.png'), join(root, 'notes', 'lien.png'));
  return { root, note: join(root, 'notes', 'note.md') };
}

async function widths(text: string, at: ReturnType<typeof vault>) {
  const bytes = new TextEncoder().encode(text);
  const outcome = await parseFile(withCompanions({ name: 'note.md', bytes, path: at.note, root: at.root }));
  if (!outcome.ok || outcome.value.holds !== 'documents') throw new Error('not read');
  const [document] = outcome.value.documents;
  return { widths: document?.assets?.map(({ width }) => width), losses: document?.losses };
}

test('shows pictures of the folder by path, from the top of it, by name alone, and by Joplin’s id', async () => {
  const text = [
    'Texte.',
    '![](%C3%A0%20c%C3%B4t%C3%A9.png)',
    '<img src="../Pièces jointes/Pont.png" alt="Pont">',
    '![[Pont.png|300]]',
    '![r](:/0123456789abcdef0123456789abcdef)',
  ].join('\n\n');
  expect(await widths(text, vault())).toEqual({ widths: [10, 11, 12], losses: [] });
});

test('reads nothing outside of the folder, and counts what is not there', async () => {
  const text = [
    'Texte.',
    '![](../../secret.png)',
    '![](lien.png)',
    '![](https://example.org/a.png)',
    '![](/etc/a.png)',
  ].join('\n\n');
  expect(await widths(text, vault())).toEqual({ widths: [], losses: [{ what: 'absentPictures', count: 4 }] });
  const { root, note } = vault();
  const read = treeReader(note, root);
  for (const named of ['../../secret.png', 'secret.png', '..', '.', '', '/etc/passwd', 'a\u0000b'])
    expect(read(named)).toBeNull();
});
