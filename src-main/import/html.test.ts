import type { Block } from '@shared/model/block';
import { textOf } from '@shared/text/canonical-text';
import { describe, expect, it } from 'vitest';
import { parseFile } from './parse-file';

const page = (body: string, head = ''): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

async function read(html: string | Uint8Array, name = 'page.html') {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  const outcome = await parseFile({ name, bytes });
  if (!outcome.ok) throw new Error(outcome.error.message);
  const document = outcome.value.holds === 'documents' ? outcome.value.documents[0] : undefined;
  if (!document) throw new Error('no document');
  return { ...document, text: textOf(document.body), json: JSON.stringify(document) };
}

const typesOf = (blocks: readonly Block[]): readonly string[] => blocks.map(({ type }) => type);

describe('a web page becomes our own blocks', () => {
  it('keeps emphasis, nested lists, tables, code, quotations and captions', async () => {
    const { body } = await read(
      page(`<h2>Sous-titre</h2><p>Un <strong>mot <em>fort</em></strong>, H<sub>2</sub>O.<br>Suite</p>
        <ul><li>un<ul><li>un un</li></ul></li><li><input type="checkbox" checked> fait</li></ul><ol><li>premier<p>encore</p></li></ol>
        <table><tr><th>A</th><th>B</th></tr><tr><td colspan="2">c</td></tr></table><pre><code class="language-ts">let a;\n  b</code></pre>
        <blockquote><p>q1</p><p>q2</p></blockquote><figure><img src="x.jpg" alt="Pont"><figcaption>Le pont</figcaption></figure><hr>`),
    );
    expect(typesOf(body.blocks)).toEqual([
      'heading',
      'paragraph',
      'listItem',
      'listItem',
      'listItem',
      'listItem',
      'table',
      'code',
      'quote',
      'quote',
      'image',
      'rule',
    ]);
    expect(body.blocks[1]).toEqual({
      type: 'paragraph',
      inlines: [
        { type: 'text', text: 'Un ' },
        { type: 'text', text: 'mot ', marks: ['bold'] },
        { type: 'text', text: 'fort', marks: ['bold', 'italic'] },
        { type: 'text', text: ', H' },
        { type: 'text', text: '2', marks: ['sub'] },
        { type: 'text', text: 'O.\nSuite' },
      ],
    });
    expect(body.blocks[3]).toMatchObject({ list: 'bulleted', depth: 1 });
    expect(body.blocks[4]).toMatchObject({ list: 'checked', checked: true, depth: 0 });
    expect(body.blocks[5]).toMatchObject({ list: 'ordered', inlines: [{ text: 'premier\nencore' }] });
    expect(body.blocks[7]).toEqual({ type: 'code', language: 'ts', text: 'let a;\n  b' });
    expect(body.blocks[10]).toEqual({
      type: 'image',
      asset: null,
      alt: 'Pont',
      inlines: [{ type: 'text', text: 'Le pont' }],
    });
  });

  it('keeps the words of unknown elements apart and in order', async () => {
    expect((await read(page('<x-a>one</x-a><x-a>two</x-a><p>a<x-b>b</x-b>c</p>bare'))).text).toBe(
      'one\ntwo\nabc\nbare',
    );
  });

  it('reads a layout table as text and a double line break as a paragraph', async () => {
    const { body, text } = await read(
      page('<table><tr><td><h2>T</h2><p>a</p></td><td>b</td></tr></table>one<br><br>two'),
    );
    expect(typesOf(body.blocks)).not.toContain('table');
    expect(text).toBe('T\na\nb\none\ntwo');
  });

  it('resolves links against the page’s address and drops the unsafe ones', async () => {
    const links =
      '<a href="/x">r</a> <a href="javascript:alert(1)">j</a> <a href=" JaVa\nscript:alert(1)">k</a> <a href="data:text/html,x">d</a> <a href="file:///etc/passwd">f</a> <a href="mailto:a@b.example">m</a> <a href="#n">n</a>';
    const { body, losses } = await read(
      page(`<p>${links}</p>`, '<link rel="canonical" href="https://site.example/a/b">'),
    );
    const [block] = body.blocks;
    const found =
      block?.type === 'paragraph' ? block.inlines.flatMap((inline) => ('link' in inline ? [inline.link] : [])) : [];
    expect(found).toEqual(['https://site.example/x', 'mailto:a@b.example']);
    expect(losses).toContainEqual({ what: 'links', count: 4 });
  });
});

describe('a hostile page', () => {
  it('leaves nothing that runs or loads', async () => {
    const { json, text } = await read(
      page(`<p onclick="evil()">Mot <img src=x onerror="evil()" alt="image"> <svg onload="evil()"><script>evil()</script></svg></p>
        <meta http-equiv="refresh" content="0;url=https://evil.example"><iframe src="https://evil.example"></iframe><script>evil()</script>
        <style>@import "https://evil.example/x.css"</style><noscript><img src="https://evil.example/p.gif"></noscript>
        <template><p>evil</p></template><object data="https://evil.example"></object><math><mtext><img src=x onerror=evil()></mtext></math>`),
    );
    expect(text).toContain('Mot');
    expect(json).not.toMatch(/evil|onerror|<script|refresh/);
  });

  it.each([
    ['div', '<div>'],
    ['b', '<b>'],
    ['table', '<table><tr><td>'],
    ['blockquote', '<blockquote>'],
    ['ul', '<ul><li>'],
  ])(
    'keeps the words under ten thousand nested %s',
    async (_name, tag) => {
      expect((await read(page(`${tag.repeat(10_000)}Des mots profonds.`))).text).toBe('Des mots profonds.');
    },
    30_000,
  );

  it('is not moved by __proto__ in its JSON-LD, nor stopped by broken JSON-LD', async () => {
    const head =
      '<script type="application/ld+json">{"__proto__":{"polluted":1},"@type":"NewsArticle","headline":"H &amp; I"}</script><script type="application/ld+json">{broken</script>';
    expect((await read(page('<p>Mots.</p>', head))).title).toBe('H & I');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('survives lone surrogates, zero characters and character references beyond Unicode', async () => {
    const { text } = await read(page(`<p>a&#xD800;b&#0;c&#x110000;d\u0000e ${'mot '.repeat(50)}</p>`));
    expect(text.isWellFormed()).toBe(true);
    expect(text).toMatch(/^a.*b.*c.*d.?e mot/);
  });
});

describe('what a page says of itself', () => {
  it('is taken from JSON-LD first, with its references looked up', async () => {
    const graph = {
      '@graph': [
        { '@type': 'Person', '@id': '#p', name: 'Jeanne Roy' },
        {
          '@type': ['NewsArticle'],
          headline: 'Le titre',
          author: { '@id': '#p' },
          publisher: { name: 'Le Site' },
          datePublished: '2024-02-29T23:30:00-05:00',
        },
      ],
    };
    const { title, metadata } = await read(
      page(
        '<p>Mots.</p>',
        `<meta property="og:title" content="Autre"><script type="application/ld+json">${JSON.stringify(graph)}</script>`,
      ),
    );
    expect(title).toBe('Le titre');
    expect(metadata).toMatchObject({ authors: ['Jeanne Roy'], site: 'Le Site', date: '2024-02-29' });
  });

  it('is taken from Open Graph and meta, the site’s name stripped from the title', async () => {
    const head =
      '<title>Un titre | Le Site</title><meta property="og:site_name" content="Le Site"><meta name="author" content="Par Jean Petit et Anne Roux"><meta property="article:published_time" content="2025-10-27">';
    const { title, metadata } = await read(page('<p>Mots.</p>', head));
    expect(title).toBe('Un titre');
    expect(metadata).toMatchObject({ authors: ['Jean Petit', 'Anne Roux'], site: 'Le Site', date: '2025-10-27' });
  });

  it('is found from heading, time element and saved address when nothing else is there', async () => {
    const { title, metadata } = await read(
      `<!-- saved from url=(0030)https://www.site.example/a -->${page('<h1>Le titre</h1><time datetime="2025-10">octobre</time><p>Mots.</p>')}`,
    );
    expect(title).toBe('Le titre');
    expect(metadata).toMatchObject({ site: 'site.example', url: 'https://www.site.example/a', date: '2025-10' });
  });

  it('doubts a language of "en" over a text that plainly is not', async () => {
    const words = 'Это русский текст о встрече министров двух стран, которая прошла в столице. '.repeat(5);
    expect((await read(`<html lang="en"><body><p>${words}</p></body></html>`)).metadata.language).toBe('ru');
    expect((await read(`<html lang="fr-CA"><body><p>${words}</p></body></html>`)).metadata.language).toBe('fr');
  });
});

describe('a page’s character set', () => {
  it('is read from its declaration', async () => {
    const { default: iconv } = await import('iconv-lite');
    for (const [label, words] of [
      ['windows-1251', 'Русский текст'],
      ['euc-kr', '한국어 기사'],
      ['iso-8859-1', 'l’été à 5 €'],
      ['shift_jis', '日本語の記事'],
    ] as const) {
      const encoding = label === 'iso-8859-1' ? 'windows-1252' : label;
      const bytes = iconv.encode(page(`<p>${words}</p>`, `<meta charset="${label}">`), encoding);
      expect((await read(bytes)).text).toBe(words);
    }
  });

  it('may be XHTML with short forms', async () => {
    const source =
      '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title><script src="a.js"/></head><body><p>Mots<br/>suite</p></body></html>';
    expect((await read(source, 'a.xhtml')).text).toBe('Mots\nsuite');
  });

  it('may be a part copied from a page, of which nothing chosen is left out', async () => {
    const part = `<div class="menu"><a href="https://a.example/">Menu</a></div><div class="text"><p>${'Une phrase, longue, qui compte. '.repeat(30)}</p></div>`;
    for (const html of [part, `<html><body><!--StartFragment-->${part}<!--EndFragment--></body></html>`])
      expect((await read(html)).text.startsWith('Menu\nUne phrase')).toBe(true);
  });

  it('may be a fragment without html or body', async () => {
    expect((await read('<title>T</title><p>un<p>deux')).text).toBe('un\ndeux');
  });
});
