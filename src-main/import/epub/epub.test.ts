import { textOf } from '@shared/text/canonical-text';
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
