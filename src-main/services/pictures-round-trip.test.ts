/** Pictures go out and come back as the very bytes they were, with description and caption. */
import type { Block } from '@shared/model/block';
import { describe, expect, it } from 'vitest';
import { bodyOf, bundleOf, documentOf, paragraph } from '../export/bundle-samples';
import { findExporter } from '../export/registry';
import { picture } from '../export/trial-bundle';
import { parseFile } from '../import/parse-file';

const figure: Block = {
  type: 'image',
  asset: picture.sha256,
  alt: 'Le pont 🕊️ de "Vélin"',
  inlines: [{ type: 'text', text: 'Photo : 외무성' }],
};
const bare: Block = { type: 'image', asset: picture.sha256, alt: '', inlines: [] };
const cell = { header: false, blocks: [bare] };
const words = { header: false, blocks: [paragraph('Cellule')] };
const body = bodyOf(
  paragraph('Le pont de Vélin a rouvert lundi à la circulation.'),
  figure,
  paragraph('Entre les images.'),
  bare,
  { type: 'table', rows: [{ cells: [words, cell] }, { cells: [words, words] }] },
  paragraph('Fin du texte.'),
);
const document = documentOf(1, body, { title: 'Un pont' });
const bundle = bundleOf({ documents: [document], readAsset: (sha256) => (sha256 === picture.sha256 ? picture : null) });

/** The document a format brings back, and every picture of it in reading order. */
async function backFrom(id: string) {
  const files = [...(findExporter(id)?.write(bundle) ?? [])];
  const [first] = files;
  if (first === undefined) throw new Error('nothing was written');
  const companion = (path: string): Uint8Array | null => files.find((file) => file.path === path)?.bytes ?? null;
  const outcome = await parseFile({ name: first.path, bytes: first.bytes, companion });
  if (!outcome.ok) throw new Error(outcome.error.message);
  if (outcome.value.holds === 'annotations') throw new Error('no documents');
  const { documents } = outcome.value.holds === 'archive' ? outcome.value.bundle : outcome.value;
  const assets =
    outcome.value.holds === 'archive'
      ? [...outcome.value.bundle.assets.values()]
      : outcome.value.documents.flatMap((each) => each.assets ?? []);
  const images: Extract<Block, { type: 'image' }>[] = [];
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'image') images.push(block);
      if (block.type === 'table') for (const row of block.rows) for (const each of row.cells) walk(each.blocks);
    }
  };
  walk(documents[0]?.body.blocks ?? []);
  return { images, assets, losses: outcome.value.holds === 'documents' ? outcome.value.documents[0]?.losses : [] };
}

describe.each(['html', 'docx', 'odt', 'epub', 'markdown', 'evidence', 'native'])('%s', (id) => {
  it('brings every picture back with the same fingerprint, its description and its caption', async () => {
    const { images, assets, losses } = await backFrom(id);
    expect(images.map(({ asset }) => asset)).toEqual([picture.sha256, picture.sha256, picture.sha256]);
    expect(images[0]).toMatchObject({ alt: 'Le pont 🕊️ de "Vélin"', inlines: [{ text: 'Photo : 외무성' }] });
    expect(images.slice(1).map(({ inlines }) => inlines)).toEqual([[], []]);
    expect(assets).toMatchObject([{ sha256: picture.sha256, mediaType: 'image/png', width: 60, height: 40 }]);
    expect(assets.map(({ bytes }) => Buffer.from(bytes))).toEqual([Buffer.from(picture.bytes)]);
    expect(losses).toEqual([]);
  });
});
