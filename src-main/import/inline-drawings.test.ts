/** Drawings in pages: diagrams come in as clean pictures, wrapped bitmaps as bitmaps, icons not at all. */
import { pngOf } from '@shared/images/test-images';
import type { Image } from '@shared/model/block';
import type { ImportedDocument } from '@shared/model/document';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { htmlImporter } from './html';
import { parseFile } from './parse-file';

const words = '<p>Selon les décomptes, 600 militaires sont morts. Le ministre l’a démenti, puis confirmé.</p>'.repeat(
  6,
);
const page = (drawing: string): string =>
  `<!doctype html><html><head><title>Sommet</title></head><body><nav>a</nav><article>${words}<figure>${drawing}<figcaption>Schéma 1</figcaption></figure>${words}</article></body></html>`;

interface Read {
  readonly document: ImportedDocument;
  readonly images: readonly Image[];
  /** The first drawing, as a file. */
  readonly drawing: string;
}

async function read(html: string, files: Readonly<Record<string, Uint8Array>> = {}): Promise<Read> {
  const companion = (path: string): Uint8Array | null => files[path] ?? null;
  const imported = await htmlImporter.read({ name: 'a.html', bytes: new TextEncoder().encode(html), companion });
  const document = imported.holds === 'documents' ? imported.documents[0] : undefined;
  if (document === undefined) throw new Error('no document');
  const drawing = new TextDecoder().decode(document.assets?.[0]?.bytes);
  return { document, images: document.body.blocks.filter((block) => block.type === 'image'), drawing };
}

const diagram = (inside: string, attributes = 'viewBox="0 0 320 200"'): string =>
  `<svg ${attributes}><rect width="100" height="40" fill="url(#g)"/><text x="5" y="20">Séoul → Koursk</text>${inside}</svg>`;

describe('a diagram', () => {
  it('comes in as a drawing with its size, its words as description and its caption', async () => {
    const { document, images, drawing } = await read(
      page(diagram('<defs><linearGradient id="g"><stop offset="1" stop-color="red"/></linearGradient></defs>')),
    );
    expect(document.assets).toMatchObject([{ mediaType: 'image/svg+xml', width: 320, height: 200 }]);
    // In the page it took the size of its place.
    expect(drawing).toMatch(/^<svg [^>]*width="320" height="200"/);
    expect(images).toMatchObject([{ alt: 'Séoul → Koursk', inlines: [{ text: 'Schéma 1' }] }]);
    expect(document.losses).toEqual([]);
  });

  it('keeps its spelling and what refers to a place inside of it', async () => {
    const { drawing } = await read(
      page(
        diagram(
          '<defs><linearGradient id="g" gradientUnits="userSpaceOnUse"/><clipPath id="c"/></defs><use xlink:href="#c"/>',
        ),
      ),
    );
    expect(drawing).toContain('<linearGradient id="g" gradientUnits="userSpaceOnUse">');
    expect(drawing).toContain('<clipPath id="c">');
    expect(drawing).toContain('fill="url(#g)"');
    expect(drawing).toContain('<use href="#c">');
  });

  it.each([
    '<script>alert(1)</script>',
    '<rect onload="alert(1)" width="1" height="1"/>',
    '<image href="https://evil.example/p.png"/><circle r="3"/>',
    '<use href="https://evil.example/s.svg#a"/>',
    '<style>@import url(https://evil.example/a.css); .a{fill:url("https://evil.example/b")} .b{fill:blue}</style>',
    '<rect style="fill:url(https://evil.example/c)" width="9" height="9"/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<animate attributeName="href" to="https://evil.example"/><set attributeName="href" to="javascript:alert(1)"/>',
    '<foreignObject width="10" height="10"><iframe src="https://evil.example"></iframe><img src=x onerror=alert(1)></foreignObject>',
    '<rect fill="\\75rl(https://evil.example/d)" width="9" height="9"/>',
  ])('holds no script and no address outside: %s', async (hostile) => {
    const { drawing } = await read(page(diagram(hostile)));
    expect(drawing).toContain('Séoul');
    expect(drawing).not.toMatch(/evil|alert|script|iframe|onload|onerror|import/i);
  });

  it('keeps the words it has as a piece of a page', async () => {
    const { drawing } = await read(
      page(
        diagram('<foreignObject x="10" y="20" width="100" height="40"><div>Accord <b>signé</b></div></foreignObject>'),
      ),
    );
    expect(drawing).toContain(
      '<text x="60" y="40" text-anchor="middle" dominant-baseline="central">Accord signé</text>',
    );
  });

  it('that is too deep, hidden, or in a button stays out', async () => {
    const deep = `${'<g>'.repeat(150)}${'</g>'.repeat(150)}`;
    for (const drawing of [
      diagram(deep),
      diagram('', 'viewBox="0 0 320 200" aria-hidden="true"'),
      diagram('', 'viewBox="0 0 320 200" style="display:none"'),
      `<button>${diagram('')}</button>`,
    ])
      expect((await read(page(drawing))).document.assets).toBeUndefined();
  });
});

test('icons stay out without a word', async () => {
  const { document } = await read(
    page('<svg viewBox="0 0 512 512"><path d="M1 1"/></svg><svg width="24" height="24"><text>i</text></svg>'),
  );
  expect([document.assets, document.losses]).toEqual([undefined, []]);
});

test('a bitmap wrapped in a drawing is taken as a picture', async () => {
  const { document, images } = await read(
    page(
      '<svg viewBox="0 0 9 9" aria-label="Couverture"><image width="9" height="9" xlink:href="a_files/c.png"/></svg>',
    ),
    { 'a_files/c.png': pngOf(90, 60) },
  );
  expect(document.assets).toMatchObject([{ mediaType: 'image/png', width: 90 }]);
  expect(images).toMatchObject([{ alt: 'Couverture' }]);
});

test('an e-book’s cover, a bitmap in a drawing on a page of its own, is kept', async () => {
  const chapter = (body: string) =>
    strToU8(
      `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`,
    );
  const bytes = zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    ),
    'OPS/book.opf': strToU8(
      '<package><metadata/><manifest><item id="c" href="cover.xhtml"/><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="c"/><itemref idref="a"/></spine></package>',
    ),
    'OPS/cover.xhtml': chapter(
      '<div><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100%" height="100%" viewBox="0 0 600 800"><image width="600" height="800" xlink:href="images/cover%20one.png"/></svg></div>',
    ),
    'OPS/a.xhtml': chapter(`<h1>Un</h1><p>Le pont.</p>${diagram('')}`),
    'OPS/images/cover one.png': pngOf(60, 80),
  });
  const outcome = await parseFile({ name: 'livre.epub', bytes });
  if (!outcome.ok || outcome.value.holds !== 'documents') throw new Error('not read');
  const [document] = outcome.value.documents;
  expect(document?.assets?.map(({ mediaType, width, height }) => [mediaType, width, height])).toEqual([
    ['image/png', 60, 80],
    ['image/svg+xml', 320, 200],
  ]);
  expect(document?.losses).toEqual([]);
});
