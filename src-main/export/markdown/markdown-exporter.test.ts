import type { Block } from '@shared/model/block';
import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import {
  annotationOf,
  assetsOf,
  bodyOf,
  bundleOf,
  documentOf,
  linkOf,
  paragraph,
  sampleBundle,
} from '../bundle-samples';
import { picture } from '../trial-bundle';
import { markdownExporter } from './markdown-exporter';

const written = (bundle: ReturnType<typeof bundleOf>): ReadonlyMap<string, string> =>
  new Map([...markdownExporter.write(bundle)].map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));

/** The front matter as a YAML reader sees it, and the rest. */
function parts(markdown: string): { readonly front: Record<string, unknown>; readonly rest: string } {
  const end = markdown.indexOf('\n---\n', 4);
  return { front: parseAllDocuments(markdown.slice(4, end))[0]?.toJSON(), rest: markdown.slice(end + 5) };
}
const html = (markdown: string) =>
  parseHTML(`<html><body>${marked.parse(markdown, { async: false })}</body></html>`).document;

const only = (block: Block, ...more: readonly Block[]): string => {
  const [text = ''] = written(bundleOf({ documents: [documentOf(1, bodyOf(block, ...more))] })).values();
  return parts(text).rest.trim();
};

describe('the Markdown export', () => {
  it('writes the sample as its golden files show', async () => {
    const files = written(sampleBundle());
    expect([...files.keys()]).toEqual(['Russie – Corée du Nord « tous les feux --- sont au vert ».md', '_CON.md']);
    for (const [index, text] of [...files.values()].entries()) {
      await expect(text).toMatchFileSnapshot(`golden/${['article', 'note'][index]}.md`);
    }
  });

  it('keeps whatever stands in a title inside the front matter', () => {
    const titles = [
      'a\n---\nevil: true',
      '"quoted" \'both\'',
      '[x]: {y}',
      '- item',
      '# comment',
      '!!js/function',
      '&a *a',
      'no',
      '1e3',
      '2025-10-27',
      '%x',
      '@',
      '`',
      '|',
      '>-',
      '\u0085\u2028x',
      '<script>',
    ];
    for (const title of titles) {
      const [text = ''] = written(
        bundleOf({ documents: [documentOf(1, bodyOf(), { title, labels: [title] })] }),
      ).values();
      const { front } = parts(text);
      const line = title.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
      expect(front).toMatchObject({ title: line, labels: [line], uid: documentOf(1, bodyOf()).uid });
      expect(Object.keys(front).filter((key) => key !== 'tags')).toEqual([
        'title',
        'type',
        'labels',
        'uid',
        'added',
        'exported',
        'checksum',
      ]);
    }
  });

  it('lets nothing of a comment, quote, label or field become markup', () => {
    const evil =
      '<img src=x onerror=alert(1)>\n\n# Heading\n- item\n[link](javascript:alert(1)) ![i](http://t.example/p.png) **b**';
    const document = documentOf(1, bodyOf(paragraph(evil)), { title: evil });
    const annotation = annotationOf(1, document, evil, {
      comment: evil,
      labels: [evil],
      fields: { speaker: evil, verdict: evil, '](x)': evil },
    });
    const [text = ''] = written(
      bundleOf({ documents: [document], annotations: [annotation], links: [linkOf(1, annotation, document)] }),
    ).values();
    const page = html(parts(text).rest);
    // A comment is Markdown: its own emphasis is kept, and only its own.
    expect([...page.querySelectorAll('strong')].map((strong) => strong.textContent)).toEqual(['b']);
    expect(page.querySelectorAll('img, script').length).toBe(0);
    // A bare address may be followed; it loads nothing by itself.
    for (const link of page.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^http:|\.md$/);
    expect([...page.querySelectorAll('h1, h2, h3')].map((heading) => heading.textContent)).toEqual([
      'Passages',
      '1. Claim',
    ]);
  });

  it('writes a comment’s emphasis, links and lists, and a claim’s and a source’s own fields', () => {
    const document = documentOf(1, bodyOf(paragraph('une affirmation et sa source')));
    const claim = annotationOf(1, document, 'affirmation', {
      comment: '**Deux** fois *dit*, voir [ici](https://example.org/a).\n\n- qui\n- quand',
      fields: { confidence: 'low', verdict: 'open', speaker: 'Kim' },
    });
    const source = annotationOf(2, document, 'source', {
      kind: 'source',
      fields: { origin: 'TASS', reliability: 'usually-reliable', sourceType: 'agency', name: 'AFP' },
    });
    const [text = ''] = written(bundleOf({ documents: [document], annotations: [claim, source] })).values();
    const { rest } = parts(text);
    expect(rest).toContain('**Deux** fois *dit*, voir [ici](https://example.org/a).\n\n- qui\n- quand\n');
    expect(rest).toContain('- Speaker: Kim\n- Verdict: open\n- Confidence: low\n');
    expect(rest).toContain('- Name: AFP\n- Type: agency\n- Reliability: usually reliable\n- Repeats: TASS\n');
  });

  it('numbers nested lists anew and keeps their depth', () => {
    const item = (list: 'ordered' | 'bulleted', depth: number, text: string): Block => ({
      type: 'listItem',
      list,
      depth,
      inlines: [{ type: 'text', text }],
    });
    const markdown = only(
      item('ordered', 0, 'a'),
      item('bulleted', 1, 'b'),
      item('ordered', 2, 'c'),
      item('ordered', 0, 'd'),
      item('ordered', 1, 'e'),
      item('bulleted', 0, 'f'),
    );
    expect(markdown).toBe('1. a\n   - b\n     1. c\n2. d\n   1. e\n\n- f');
    const page = html(markdown);
    expect(page.querySelectorAll('ol > li > ul > li > ol > li').length).toBe(1);
    expect(page.querySelectorAll('body > ol > li').length).toBe(2);
  });

  it('holds a table’s pipes, breaks and missing cells', () => {
    const cell = (header: boolean, ...texts: readonly string[]) => ({
      header,
      blocks: texts.map((text) => paragraph(text)),
    });
    const markdown = only({
      type: 'table',
      rows: [{ cells: [cell(false, 'a|b\\|c'), cell(false, 'd', 'e')] }, { cells: [cell(false, 'f\ng')] }],
    });
    const page = html(markdown);
    const rows = [...page.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((each) => each.innerHTML),
    );
    expect(rows).toEqual([
      ['a|b\\|c', 'd<br>e'],
      ['f<br>g', ''],
    ]);
  });

  it('fences code that holds fences', () => {
    const code = '```js\nx\n````\n';
    expect(html(only({ type: 'code', language: 'js onload=x', text: code })).querySelector('code')?.textContent).toBe(
      `${code}\n`,
    );
  });

  it('writes headings that end in signs, quotes of several lines, and rules', () => {
    const page = html(
      only(
        { type: 'heading', level: 3, inlines: [{ type: 'text', text: 'C #' }] },
        { type: 'quote', inlines: [{ type: 'text', text: 'a\n- b' }] },
        { type: 'rule' },
      ),
    );
    expect(page.querySelector('h3')?.textContent).toBe('C #');
    expect(page.querySelector('blockquote p')?.innerHTML).toBe('a<br>- b');
    expect(page.querySelectorAll('hr').length).toBe(1);
  });

  it('leads from a note to the file of what it quotes, in any program', () => {
    const choices = { language: 'en', values: { links: ['relative'] } } as const;
    const [, note] = [...markdownExporter.write(sampleBundle(), choices)];
    const hrefs = [...html(parts(new TextDecoder().decode(note?.bytes)).rest).querySelectorAll('a')].map((link) =>
      decodeURIComponent(link.getAttribute('href') ?? ''),
    );
    const file = 'Russie – Corée du Nord « tous les feux --- sont au vert ».md';
    expect(hrefs).toEqual([file, file, file, file, 'https://example.org/a']);
  });

  it('leads to the very passage in Obsidian, by the name of its block', () => {
    const bundle = sampleBundle();
    const [claim] = bundle.annotations;
    const [article = '', note = ''] = [...written(bundle).values()];
    const file = 'Russie – Corée du Nord « tous les feux --- sont au vert »';
    expect(article).toContain(`> quasiment 600 militaires nord-coréens\n\n^${claim?.uid}\n`);
    expect(note).toContain(`[[${file}|l’article]] et [[${file}#^${claim?.uid}|le bilan]]`);
    expect(note).toMatch(
      new RegExp(
        `^> — \\[\\[${file}#\\^${claim?.uid}\\|Choe Son Hui, no, “Russie.*”, Le Monde, October 27, 2025, par\\.`,
        'm',
      ),
    );
  });

  it('tags a document as note programs do, beside its labels as they are', () => {
    const document = documentOf(1, bodyOf(), { labels: ['Corée/Nord', 'deux mots', '2025'] });
    const [text = ''] = written(bundleOf({ documents: [document] })).values();
    expect(parts(text).front).toMatchObject({ labels: document.labels, tags: ['Corée/Nord', 'deux-mots'] });
  });

  it('writes each picture once beside the texts, and its caption below it', () => {
    const image = {
      type: 'image',
      asset: picture.sha256,
      alt: 'Le [pont]',
      inlines: [{ type: 'text', text: 'Vu du nord' }],
    } as const;
    const documents = [1, 2].map((number) => documentOf(number, bodyOf(image)));
    const files = [...markdownExporter.write(bundleOf({ documents, readAsset: assetsOf(picture) }))];
    const path = `assets/${picture.sha256.slice(0, 16)}.png`;
    expect(files.map((file) => file.path)).toEqual(['Document 1.md', 'Document 2.md', path]);
    expect(files[2]?.bytes).toEqual(picture.bytes);
    expect(parts(new TextDecoder().decode(files[0]?.bytes)).rest.trim()).toBe(
      `![Le \\[pont\\]](${path})\\\nVu du nord`,
    );
  });

  it('says what is lost', () => {
    expect(markdownExporter.losses(sampleBundle()).map(({ count }) => count)).toEqual([1, 2, 1, 1, 1, 1, 2]);
  });
});
