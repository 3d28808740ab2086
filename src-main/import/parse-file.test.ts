import { readFileSync } from 'node:fs';
import { normaliseBody, textOf } from '@shared/text/canonical-text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileToRead } from './importer';
import { isSupportedName, maxFileBytes, parseFile, supportedExtensions } from './parse-file';
import { importers } from './registry';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const textImporters = importers.filter(({ content }) => content === 'text');

/** How a text format that is not words alone frames them. */
const framed: Readonly<Record<string, (words: string) => string>> = {
  'refi-codebook': (words) =>
    `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="x" name="x"><Description>${words}</Description></Code></Codes></CodeBook>`,
  enex: (words) => `<en-export><note><title>x</title><content><en-note>${words}</en-note></content></note></en-export>`,
  eml: (words) => `Subject: x\r\n\r\n${words}`,
  mhtml: (words) =>
    `Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>${words}</p>\r\n--b--`,
};

/** An evidence pack holds an archive; annotations and references hold no text of a document. */
const withoutTexts: ReadonlySet<string> = new Set([
  'evidence',
  'web-annotation',
  'hypothesis',
  'readwise',
  'csl-json',
  'ris',
  'bibtex',
  'zotero-rdf',
]);

async function codeOf(file: FileToRead, signal?: AbortSignal) {
  const outcome = await parseFile(file, signal);
  return outcome.ok ? 'read' : outcome.error.code;
}

async function documentOf(file: FileToRead) {
  const outcome = await parseFile(file);
  if (!outcome.ok) throw new Error(outcome.error.message);
  if (outcome.value.holds !== 'documents') throw new Error('not documents');
  const [document] = outcome.value.documents;
  if (!document) throw new Error('no document');
  return document;
}

describe('the registry of importers', () => {
  it('gives every importer an id and endings of its own', () => {
    const ids = importers.map(({ id }) => id);
    const endings = importers.flatMap(({ extensions }) => extensions);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(endings).size).toBe(endings.length);
    for (const { extensions, mediaTypes } of importers)
      expect(extensions.length * mediaTypes.length).toBeGreaterThan(0);
  });

  it.each(textImporters.flatMap(({ extensions }) => extensions))(
    'refuses an empty .%s file by name',
    async (extension) => {
      for (const content of ['', ' \n\t ', '\ufeff']) {
        const outcome = await parseFile({ name: `vide.${extension}`, bytes: bytesOf(content) });
        expect(outcome).toMatchObject({
          ok: false,
          error: { code: 'import/empty', params: { file: `vide.${extension}` } },
        });
      }
    },
  );

  it.each(
    textImporters.filter(({ id }) => !withoutTexts.has(id)).map(({ id, extensions }) => [id, extensions[0] ?? '']),
  )('%s gives the same value for the same bytes, and normalised bodies', async (id, extension) => {
    const words =
      '한국어 기사입니다. 두 나라의 정상이 만났다.\r\n\r\nЭто русский текст, ёлка и дом.\r\n\r\nTexte français e\u0301te\u0301 — « oui ».\r\n\r\n中文的文章。';
    const source = framed[id]?.(words) ?? words;
    const first = await documentOf({ name: `a.${extension}`, bytes: bytesOf(source) });
    expect(await documentOf({ name: `a.${extension}`, bytes: bytesOf(source) })).toEqual(first);
    expect(normaliseBody(first.body)).toEqual(first.body);
    const text = textOf(first.body);
    for (const phrase of ['두 나라의 정상이', 'ёлка и дом', 'français été', '中文的文章。'])
      expect(text).toContain(phrase);
  });

  it('never throws and never loses a word of plain text, title and text together', async () => {
    const word = fc.stringMatching(/^[a-zа-яé가-힣]{1,12}$/u);
    const line = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\n\n', '\r\n'),
        async (lines, end) => {
          const source = lines.join(end).normalize('NFC');
          const document = await documentOf({ name: 'a.txt', bytes: bytesOf(source) });
          const words = textOf(document.body).split(/\s+/);
          // a first line that is a heading is the title, and then stands there alone
          const titled = [...document.title.split(/\s+/), ...words];
          expect([words.join(' '), titled.join(' ')]).toContain(source.split(/\s+/).join(' '));
        },
      ),
      { numRuns: 100 },
    );
  }, 30_000);

  it('answers any bytes under any ending with an outcome', async () => {
    const name = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.postil.zip', 'a.xyz', 'a');
    await fc.assert(
      fc.asyncProperty(name, fc.uint8Array({ maxLength: 400 }), async (file, bytes) => {
        const outcome = await parseFile({ name: file, bytes });
        if (!outcome.ok) expect(outcome.error.code).toMatch(/^import\//);
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});

describe('parseFile', () => {
  it.each([
    ['a.html', latin1('\x89PNG\r\n\x1a\n\0\0\0'), 'a PNG picture'],
    ['a.md', latin1('PK\x03\x04 ppt/presentation.xml'), 'a zip file or an office document'],
    ['a.txt', latin1('\x7fELF\x02\x01'), 'a program'],
    ['a.txt', latin1('abc\0\0\0\0\x01\x02def'), 'binary data'],
  ])('refuses %s that is something else, and names what it looks like', async (name, bytes, looksLike) => {
    const outcome = await parseFile({ name, bytes });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'import/binary', params: { file: name, looksLike } } });
    if (!outcome.ok) expect(outcome.error.message).toContain(looksLike);
  });

  it('refuses an unknown ending and lists what it reads', async () => {
    const outcome = await parseFile({ name: '/home/me/talk.pptx', bytes: bytesOf('hello there') });
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'import/unsupported', params: { file: 'talk.pptx', extension: 'pptx' } },
    });
    if (!outcome.ok)
      for (const extension of supportedExtensions()) expect(outcome.error.message).toContain(`.${extension}`);
  });

  it('says what a known format is that it cannot read', async () => {
    const outcome = await parseFile({ name: 'talk.pptx', bytes: latin1('PK\x03\x04 ppt/presentation.xml') });
    expect(outcome.ok ? '' : outcome.error.message).toContain('an office document');
  });

  it('reads a web page named .txt, or without an ending, as a web page', async () => {
    const page = bytesOf(
      '\ufeff<!DOCTYPE html><html><head><title>Titre</title></head><body><p>Un <b>texte</b>.</p></body></html>',
    );
    for (const name of ['page.txt', 'page']) {
      const document = await documentOf({ name, bytes: page });
      expect(document).toMatchObject({ title: 'Titre', mediaType: 'text/html' });
      expect(textOf(document.body)).toBe('Un texte.');
    }
  });

  it('refuses a text larger than the limit before reading it', async () => {
    const outcome = await parseFile({ name: 'a.txt', bytes: new Uint8Array(maxFileBytes('a.txt') + 1).fill(0x61) });
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'import/too-large', params: { file: 'a.txt', limitMb: 64 } },
    });
  });

  it('stops when the person stopped it', async () => {
    expect(await codeOf({ name: 'a.txt', bytes: bytesOf('words') }, AbortSignal.abort())).toBe('import/cancelled');
  });

  it('refuses a page without words and says what to do', async () => {
    const outcome = await parseFile({
      name: 'app.html',
      bytes: bytesOf('<html><body><div id="root"></div><script>run()</script></body></html>'),
    });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'import/no-text' } });
    expect(outcome.ok ? '' : outcome.error.message).toContain('paste');
  });

  it('keeps control characters and bidi overrides of a file name out of its message', async () => {
    const outcome = await parseFile({ name: 'a\u202egpj.\u0007exe', bytes: bytesOf('x') });
    const message = outcome.ok ? '' : outcome.error.message;
    expect(message).toContain('agpj.exe');
    expect(message).not.toContain('\u202e');
    expect(message).not.toContain('\u0007');
  });

  it('knows its endings in any case and only those', () => {
    expect(['A.TXT', 'b.Htm', 'c.markdown', 'd.xhtml'].map(isSupportedName)).toEqual([true, true, true, true]);
    expect(['a.pptx', 'txt', '.md', 'b.html.exe'].map(isSupportedName)).toEqual([false, false, false, false]);
  });

  it.each([
    ['a 5 MB line', 'a.txt', () => 'Une phrase, oui. '.repeat(300_000)],
    ['a 5 MB line of Markdown', 'a.md', () => 'Une *phrase*, [[oui]]. '.repeat(220_000)],
    [
      'a page of 40 MB pictures',
      'a.html',
      () => `<article>${`<p>Une phrase.</p><img src="data:image/png;base64,${'A'.repeat(2e6)}">`.repeat(20)}</article>`,
    ],
    ['a gap of a million spaces', 'a.html', () => `<p>a=${' '.repeat(1e6)}b</p><pre>a${' '.repeat(1e6)}b</pre>`],
  ])(
    'reads %s before the test is given up',
    async (_what, name, make) => {
      expect(await codeOf({ name, bytes: bytesOf(make()) })).toBe('read');
    },
    30_000,
  );
});

describe('an original with a date line', () => {
  it('is dated, titled by its first sentence and told into headings', async () => {
    const source = readFileSync(new URL('./fixtures/dated-article.txt', import.meta.url));
    const document = await documentOf({ name: 'dated-article.txt', bytes: source });
    expect(document.title).toBe('Entre la Valdonie et le Karsk, tous les feux sont au vert');
    expect(document.metadata).toMatchObject({ date: '2025-10-27', language: 'fr' });
    expect(document.body.blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'heading', 'paragraph']);
    expect(textOf(document.body).startsWith('Entre la Valdonie')).toBe(true);
    expect(document.losses).toEqual([]);
  });
});
