import { pngOf, svgOf } from '@shared/images/test-images';
import type { Image } from '@shared/model/block';
import type { ImportedDocument } from '@shared/model/document';
import { expect, test } from 'vitest';
import { htmlImporter } from './html';

const words = '<p>Selon les décomptes, 600 militaires sont morts. Le ministre l’a démenti, puis confirmé.</p>'.repeat(
  6,
);
const article = (pictures: string): string =>
  `<!doctype html><html><head><title>Sommet</title></head><body><nav>a</nav><article>${words}${pictures}${words}</article></body></html>`;
const dataOf = (bytes: Uint8Array, type = 'image/png'): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

async function read(
  html: string,
  files: Readonly<Record<string, Uint8Array>> = {},
): Promise<{
  readonly document: ImportedDocument;
  readonly images: readonly Image[];
  readonly asked: readonly string[];
}> {
  const asked: string[] = [];
  const companion = (path: string): Uint8Array | null => {
    asked.push(path);
    return files[path] ?? null;
  };
  const imported = await htmlImporter.read({ name: 'a.html', bytes: new TextEncoder().encode(html), companion });
  const document = imported.holds === 'documents' ? imported.documents[0] : undefined;
  if (document === undefined) throw new Error('no document');
  return { document, images: document.body.blocks.filter((block) => block.type === 'image'), asked };
}

test('keeps a picture of the folder beside the page, with its caption', async () => {
  const { document, images } = await read(
    article(
      '<figure><img src="./a_files/pont%20neuf.png?x=1" alt="Le pont"><figcaption>Photo : AFP</figcaption></figure>',
    ),
    { 'a_files/pont neuf.png': pngOf(8, 6) },
  );
  expect(document.assets).toMatchObject([{ mediaType: 'image/png', width: 8, height: 6 }]);
  expect(images).toEqual([
    {
      type: 'image',
      asset: document.assets?.[0]?.sha256,
      alt: 'Le pont',
      inlines: [{ type: 'text', text: 'Photo : AFP' }],
    },
  ]);
  expect(document.losses).toEqual([]);
});

test('keeps pictures that stand in the page itself, each once', async () => {
  const same = dataOf(pngOf(12, 12));
  const { document, images } = await read(article(`<img src="${same}"><p>Et encore :</p><img src='${same}'>`));
  expect(document.assets).toHaveLength(1);
  expect(images.map(({ asset }) => asset)).toEqual([document.assets?.[0]?.sha256, document.assets?.[0]?.sha256]);
});

test('keeps a drawing that stands in the page, in either way of writing', async () => {
  const drawing = new TextDecoder().decode(svgOf('<circle r="9"/>'));
  const { document } = await read(
    article(
      `<img src="data:image/svg+xml,${encodeURIComponent(drawing)}"><img src='data:image/svg+xml;utf8,${drawing.replaceAll('40', '41')}'>`,
    ),
  );
  expect(document.assets?.map(({ mediaType, width }) => [mediaType, width])).toEqual([
    ['image/svg+xml', 40],
    ['image/svg+xml', 41],
  ]);
});

test('takes what SingleFile keeps in a style variable', async () => {
  const place = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect fill-opacity="0"/></svg>')}`;
  const { document } = await read(
    `<style>:root{--sf-img-3: url("${dataOf(pngOf(20, 20))}")}</style>${article(`<img src="${place}" style="background-image: var(--sf-img-3) !important">`)}`,
  );
  expect(document.assets).toMatchObject([{ mediaType: 'image/png', width: 20 }]);
});

test('of several offers takes the best that came with the page', async () => {
  const files = { 'a_files/s.png': pngOf(5, 5), 'a_files/m.png': pngOf(9, 9), 'a_files/l.webp': pngOf(50, 50) };
  const widths = async (html: string): Promise<readonly (number | undefined)[]> =>
    (await read(article(html), files)).document.assets?.map(({ width }) => width) ?? [];
  expect(
    await widths(
      '<img src="a_files/s.png" srcset="https://e.org/x.png 1600w, a_files/m.png 800w, a_files/s.png 100w">',
    ),
  ).toEqual([9]);
  expect(await widths('<picture><source srcset="a_files/l.webp 2x"><img src="a_files/s.png"></picture>')).toEqual([50]);
  expect(await widths(`<img class="lazy" src="${dataOf(pngOf(1, 1, 0))}" data-src="a_files/m.png">`)).toEqual([9]);
  expect(await widths('<img src="a_files/s.png" srcset="a_files/m.png 1x, a_files/l.webp 9000w">')).toEqual([9]);
});

test('asks nobody for pictures elsewhere, and counts them', async () => {
  const { document, images, asked } = await read(
    article(
      '<img src="https://e.org/a.png" alt="A"><img src="//e.org/b.png" alt="B"><img src="/c.png" alt="C"><img src="file:///etc/passwd" alt="D">',
    ),
  );
  expect(images.map(({ alt, asset }) => [alt, asset])).toEqual([
    ['A', null],
    ['B', null],
    ['C', null],
    ['D', null],
  ]);
  expect(document.losses).toEqual([{ what: 'absentPictures', count: 4 }]);
  expect(asked).toEqual([]);
});

test('leaves pictures that count visits out without a word', async () => {
  const { document, images } = await read(
    article(
      `<img src="a_files/p.gif" alt="compteur"><img src="https://e.org/t" width="2" height="2"><img src="${dataOf(pngOf(2, 2))}" alt="">`,
    ),
    { 'a_files/p.gif': pngOf(1, 1) },
  );
  expect([images, document.losses, document.assets]).toEqual([[], [], undefined]);
});

test('refuses what is no picture, whatever its name, and says how many', async () => {
  const { document, images } = await read(
    article('<img src="a_files/x.png" alt="X"><img src="a_files/y.jpg" alt="Y">'),
    {
      'a_files/x.png': new TextEncoder().encode('<html><script>alert(1)</script></html>'),
      'a_files/y.jpg': pngOf(250, 250).subarray(0, 20),
    },
  );
  expect(images.map(({ asset }) => asset)).toEqual([null, null]);
  expect(document.losses).toEqual([{ what: 'unknownPictures', count: 2 }]);
});

test('counts a picture once though the page had to be read twice', async () => {
  const short =
    '<!doctype html><html><head><title>T</title></head><body><nav>a</nav><div class="b"><p>Un mot.</p><img src="https://e.org/a.png" alt="A"></div></body></html>';
  expect((await read(short)).document.losses).toContainEqual({ what: 'absentPictures', count: 1 });
});

test('a page may point nowhere but below its own folder', async () => {
  const { asked } = await read(
    article('<img src="../../secret.png"><img src="a_files/../../b.png"><img src="C:\\b.png">'),
  );
  // what is asked for by such a path is refused by whoever reads the folder (services/companions)
  expect(asked).toEqual(['../../secret.png', 'a_files/../../b.png']);
});
