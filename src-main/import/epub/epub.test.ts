import { textOf } from '@shared/text/canonical-text';
import { pageStarts } from '@shared/text/pages';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parseFile } from '../parse-file';

const chapter = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`;

const packageFile = `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
  <dc:title>Le pont &amp; la gare</dc:title><dc:creator>Solène Archambault</dc:creator><dc:creator>김철수</dc:creator>
  <dc:date>2025-11-04T00:00:00Z</dc:date><dc:language>fr</dc:language><dc:publisher>Estrange</dc:publisher></metadata>
  <manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="text/b%20deux.xhtml"/><item id="a" href="text/a.xhtml"/></manifest>
  <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>`;

function book(parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Record<string, string> = {
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    'OPS/book.opf': packageFile,
    'OPS/nav.xhtml': chapter('<nav><ol><li>Un</li></ol></nav>'),
    'OPS/text/a.xhtml': chapter(
      '<h1>Un</h1><p>Le <em>pont</em>.<a href="b%20deux.xhtml#n1">1</a></p><img src="../p.png" alt="Le pont"/>',
    ),
    'OPS/text/b deux.xhtml': chapter('<h1>Deux</h1><p>La gare. 다리</p><script>alert(1)</script>'),
    ...parts,
  };
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    ...Object.fromEntries(Object.entries(files).map(([path, content]) => [path, strToU8(content)])),
  });
}

test('a book is its chapters in reading order, with what it says of itself', async () => {
  const outcome = await parseFile({ name: 'livre.epub', bytes: book() });
  if (!outcome.ok || outcome.value.holds !== 'documents') throw new Error('not read');
  const [document] = outcome.value.documents;
  expect(document).toMatchObject({
    title: 'Le pont & la gare',
    metadata: {
      authors: ['Solène Archambault', '김철수'],
      site: 'Estrange',
      date: '2025-11-04',
      language: 'fr',
    },
  });
  expect(document && textOf(document.body)).toBe('Un\nLe pont.1\n\nDeux\nLa gare. 다리');
});

/** The numbers of a book's pages, each with the words it begins with. */
async function pagesOf(parts: Readonly<Record<string, string>>) {
  const outcome = await parseFile({ name: 'livre.epub', bytes: book(parts) });
  if (!outcome.ok || outcome.value.holds !== 'documents') throw new Error('not read');
  const [document] = outcome.value.documents;
  if (document === undefined) throw new Error('nothing read');
  const text = textOf(document.body);
  return { text, pages: pageStarts(document.body).map(({ start, label }) => [label, text.slice(start, start + 8)]) };
}

test('pages begin where the text says so, shown or not, and inside a sentence', async () => {
  const { text, pages } = await pagesOf({
    'OPS/text/a.xhtml': chapter(
      '<h1><span epub:type="pagebreak" title="xi"></span>Un</h1><p>Le pont <span epub:type="pagebreak" id="p">12</span>rouvre demain.</p><div role="doc-pagebreak" aria-label="Page 13."></div><p>La gare ferme.</p>',
    ),
    'OPS/text/b deux.xhtml': chapter(
      '<p>La mairie<span epub:type="pagebreak" title="14" hidden="hidden"/> attend.</p><p>Tard.</p>',
    ),
  });
  expect(text).toBe('Un\nLe pont rouvre demain.\nLa gare ferme.\nLa mairie attend.\nTard.');
  expect(pages).toEqual([
    ['xi', 'Un\nLe po'],
    ['12', 'rouvre d'],
    ['13', 'La gare '],
    ['14', ' attend.'],
  ]);
});

test('pages begin where the book’s list of them says, of EPUB 3 or of EPUB 2', async () => {
  const expected = [
    ['1', 'Un\nLe po'],
    ['2', 'pont.1\n\n'],
    ['3', 'La gare.'],
  ];
  const parts = {
    'OPS/text/a.xhtml': chapter(
      '<h1>Un</h1><p>Le <em id="deux">pont</em>.<a href="b%20deux.xhtml#n1">1</a></p><img src="../p.png" alt="Le pont"/>',
    ),
    'OPS/text/b deux.xhtml': chapter('<h1>Deux</h1><p id="n 1">La gare. 다리</p>'),
  };
  const list = [
    ['text/a.xhtml', '1'],
    ['text/a.xhtml#deux', '2'],
    ['text/b%20deux.xhtml#n%201', '3'],
    ['http://[', '4'],
    ['text/a.xhtml#nowhere', '5'],
  ] as const;
  const links = list.map(([href, label]) => `<li><a href="${href}">${label}</a></li>`).join('');
  const nav = chapter(`<nav><ol><li>Un</li></ol></nav><nav epub:type="page-list"><ol>${links}</ol></nav>`);
  expect((await pagesOf({ ...parts, 'OPS/nav.xhtml': nav })).pages).toEqual(expected);
  const targets = list.map(
    ([src, label]) => `<pageTarget><navLabel><text>${label}</text></navLabel><content src="${src}"/></pageTarget>`,
  );
  const ncx = `<ncx><navMap/><pageList>${targets.join('')}</pageList></ncx>`;
  const item = '<item id="x" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>';
  expect(
    (await pagesOf({ ...parts, 'OPS/toc.ncx': ncx, 'OPS/book.opf': packageFile.replace('</manifest>', item) })).pages,
  ).toEqual(expected);
});

test.each([
  ['a list of parts that is missing', { 'META-INF/container.xml': '<container/>' }, 'no list of its parts'],
  [
    'a chapter that is missing',
    { 'OPS/book.opf': packageFile.replace('a.xhtml', 'c.xhtml') },
    'text/c.xhtml” is missing',
  ],
  [
    'a lock on its text',
    {
      'META-INF/encryption.xml':
        '<encryption><enc:EncryptedData><enc:CipherData><enc:CipherReference URI="OPS/text/a.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>',
    },
    'protected against copying',
  ],
])('a book with %s is refused and says so', async (_what, parts, words) => {
  const outcome = await parseFile({ name: 'livre.epub', bytes: book(parts) });
  expect(outcome.ok ? 'read' : outcome.error.message).toContain(words);
});
