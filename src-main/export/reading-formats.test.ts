/** What every format for reading shows alike: a note's citations in full, and the pictures of a text. */
import { createHash } from 'node:crypto';
import type { Asset } from '@shared/model/asset';
import { sha256Hex } from '@shared/model/ids';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { annotationOf, assetsOf, bodyOf, bundleOf, documentOf, paragraph } from './bundle-samples';
import { findExporter } from './registry';
import { picture, trialBundle } from './trial-bundle';

const formats = ['html', 'pdf', 'docx', 'odt', 'epub', 'text', 'markdown', 'evidence'] as const;

/** Every file of an export, those inside of a zip too, by path. */
function filesOf(id: string, bundle: ReturnType<typeof bundleOf>, language: 'en' | 'fr' = 'en') {
  const written = [...(findExporter(id)?.write(bundle, { language, values: {} }) ?? [])];
  return new Map(
    written.flatMap(({ path, bytes }): (readonly [string, Uint8Array])[] =>
      ['docx', 'odt', 'epub'].includes(id) ? Object.entries(unzipSync(bytes)) : [[path, bytes]],
    ),
  );
}

/** The words a reader sees, tags and the spaces of typesetting taken out. */
function shownWords(files: ReadonlyMap<string, Uint8Array>): string {
  const texts = [...files].filter(([path]) => /\.(html|xhtml|xml|txt|md|pdf)$/.test(path));
  const markup = /<script[\s\S]*<\/script>|<[^>]+>/g;
  return texts
    .map(([path, bytes]) => new TextDecoder().decode(bytes).replace(/\.(txt|md)$/.test(path) ? /$^/ : markup, ''))
    .join('\n')
    .replace(/\\(?=[[\]_~*.])/g, '')
    .replace(/\s+/g, ' ');
}

/** A note that quotes an article which stays behind, as an export of the note alone has it. */
function noteAlone() {
  const article = documentOf(1, bodyOf(paragraph('Un.'), paragraph('Deux.'), paragraph('Le pont rouvrira en mars.')), {
    title: 'Un pont promis',
    metadata: {
      authors: ['Claire Roussel', '김민수'],
      site: 'La Dépêche',
      url: 'https://example.org/pont',
      date: '2025-10-12',
      language: 'fr',
      description: '',
    },
  });
  const annotation = annotationOf(1, article, 'rouvrira en mars');
  const quotation = {
    type: 'passage',
    annotation: annotation.uid,
    document: article.uid,
    text: 'rouvrira en mars',
  } as const;
  const note = documentOf(2, bodyOf(paragraph('Voir :'), quotation), { type: 'note', title: 'Ma note' });
  const { uid, title, metadata } = article;
  const apart = {
    referenced: [{ uid, title, metadata }],
    quotedPlaces: [{ annotation: annotation.uid, paragraph: 3 }],
  };
  return {
    alone: bundleOf({ documents: [note], ...apart }),
    together: bundleOf({ documents: [article, note], annotations: [annotation] }),
  };
}

describe.each(formats)('%s', (id) => {
  it.each(['alone', 'together'] as const)('cites what a note quotes in full: the note %s', (how) => {
    const words = shownWords(filesOf(id, noteAlone()[how]));
    expect(words).toContain('Claire Roussel, 김민수, “Un pont promis”, La Dépêche, October 12, 2025, par. 3');
    expect(words).toContain('Sources');
    expect(words).toMatch(/“Un pont promis”, La Dépêche, October 12, 2025(\]\])?,? https:\/\/example\.org\/pont/);
  });

  it('cites in French when asked', () => {
    expect(shownWords(filesOf(id, noteAlone().alone, 'fr'))).toContain(
      '« Un pont promis », La Dépêche, 12 octobre 2025, § 3',
    );
  });

  it('holds the picture of a text as it is, or its description in words', () => {
    const files = filesOf(id, trialBundle());
    const { bytes } = picture;
    const held = [...files.values()].some((file) => Buffer.from(file).equals(bytes));
    const inside =
      shownWords(files).length > 0 &&
      [...files.values()].some((file) => Buffer.from(file).includes(Buffer.from(bytes).toString('base64')));
    expect({ held: held || inside }).toEqual({ held: id !== 'text' });
    expect(shownWords(files)).toContain('Photo : 외무성');
    if (id === 'text') expect(shownWords(files)).toContain('[Picture: Le pont 🕊️ [1] "nord"]');
  });

  it('says which pictures it can’t hold, and holds their descriptions', () => {
    const drawn = assetOf('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const pressed = assetOf('image/webp', 'RIFF');
    const coded = assetOf('image/avif', 'ftypavif');
    const image = (asset: Asset | null) =>
      ({
        type: 'image',
        asset: asset?.sha256 ?? null,
        alt: `vu ${asset?.mediaType ?? 'jamais'}`,
        inlines: [],
      }) as const;
    const document = documentOf(1, bodyOf(paragraph('Texte'), ...[drawn, pressed, coded, null].map(image)));
    const bundle = bundleOf({ documents: [document], readAsset: assetsOf(drawn, pressed, coded) });
    const without: Readonly<Record<string, number>> = { docx: 3, odt: 2, epub: 1, text: 4 };
    const losses =
      findExporter(id)
        ?.losses(bundle)
        .filter(({ what }) => what.startsWith('pictures')) ?? [];
    const never = id === 'text' ? 0 : 1;
    expect(losses.reduce((sum, { count }) => sum + count, 0)).toBe((without[id] ?? 0) + never);
    expect([...filesOf(id, bundle).values()].some((file) => Buffer.from(file).includes('vu jamais'))).toBe(true);
    if (id === 'docx') expect(shownWords(filesOf(id, bundle))).toContain('[Picture: vu image/webp]');
  });
});

function assetOf(mediaType: Asset['mediaType'], text: string): Asset {
  const bytes = new TextEncoder().encode(text);
  const sha256 = sha256Hex(createHash('sha256').update(bytes).digest('hex'));
  return { sha256, mediaType, width: 9, height: 9, bytes };
}
