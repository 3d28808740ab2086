/** What the Markdown export writes, the Markdown importer reads back: same blocks, same marks, same words. */
import { bodyOf, bundleOf, documentOf, sampleBundle } from '@main/export/bundle-samples';
import { markdownExporter } from '@main/export/markdown/markdown-exporter';
import { parseFile } from '@main/import/parse-file';
import { parseComment } from '@shared/comments/comment-markdown';
import type { Block, Body, Inline } from '@shared/model/block';
import { marks } from '@shared/model/block';
import { textOf } from '@shared/text/canonical-text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

async function readBack(body: Body): Promise<Body> {
  const document = documentOf(1, body, { type: 'note', title: 'Titre qui n’est pas dans le texte' });
  const [file] = markdownExporter.write(bundleOf({ documents: [document] }));
  const outcome = await parseFile({ name: 'note.md', bytes: file?.bytes ?? new Uint8Array() });
  if (!outcome.ok) throw new Error(outcome.error.message);
  const [read] = outcome.value.holds === 'documents' ? outcome.value.documents : [];
  if (read === undefined) throw new Error('nothing was read');
  return read.body;
}

// Blanks at the edges of lines and marks are Markdown's to drop: the words here have none.
const words = fc.constantFrom(
  'Séoul',
  '외무상(최선희)',
  'a*b',
  '_c_',
  '1. d',
  '# e',
  '[f](g)',
  'h|i',
  '«\u00a0j\u00a0»',
  '`k`',
  '<l>',
  '&amp;',
  '- m',
  '🕊️',
  'https://x.org/a_b',
  'C#',
  '\\n',
);
const inline = fc
  .tuple(
    words,
    fc.subarray(
      [...marks].filter((mark) => mark !== 'code'),
      { maxLength: 2 },
    ),
    fc.option(fc.constantFrom('https://x.org/(a)'), { freq: 5 }),
  )
  .map(
    ([text, chosen, link]): Inline => ({
      type: 'text',
      text,
      ...(chosen.length > 0 ? { marks: chosen } : {}),
      ...(link === null ? {} : { link }),
    }),
  );
const inlines = fc.array(inline, { minLength: 1, maxLength: 3 });
const block: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((value): Block => ({ type: 'paragraph', inlines: value })),
  fc
    .tuple(fc.constantFrom(2, 3, 6), inlines)
    .map(([level, value]): Block => ({ type: 'heading', level, inlines: value })),
  inlines.map((value): Block => ({ type: 'quote', inlines: value })),
  fc.constantFrom('x', '```\ny\n```', 'a\n\nb').map((text): Block => ({ type: 'code', language: 'ts', text })),
  // Two columns at least: the importer takes a single one for layout.
  fc.array(inlines, { minLength: 2, maxLength: 3 }).map(
    (cells): Block => ({
      type: 'table',
      rows: [true, false].map((header) => ({
        cells: cells.map((value) => ({ header, blocks: [{ type: 'paragraph', inlines: value }] })),
      })),
    }),
  ),
);

const withoutLinks = (body: Body): string => JSON.stringify(body).replace(/,"link":"https:\/\/x\.org\/a_b"/g, '');

describe('Markdown out and in', () => {
  it('keeps blocks, marks and words', () =>
    fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 4 }), async (blocks) => {
        const body = bodyOf(...blocks);
        const back = await readBack(body);
        // A bare address comes back as a link to itself.
        expect(withoutLinks(back)).toEqual(withoutLinks(body));
      }),
      { numRuns: 300 },
    ));

  it('keeps nested lists', async () => {
    const item = (list: 'ordered' | 'bulleted' | 'checked', depth: number, text: string): Block => ({
      type: 'listItem',
      list,
      depth,
      ...(list === 'checked' ? { checked: text > 'm' } : {}),
      inlines: [{ type: 'text', text }],
    });
    const body = bodyOf(
      item('ordered', 0, 'a'),
      item('bulleted', 1, 'b'),
      item('ordered', 2, 'c'),
      item('ordered', 0, 'd'),
      item('checked', 1, 'x'),
      item('checked', 1, 'e'),
    );
    expect(await readBack(body)).toEqual(body);
  });
});

describe('a folder of Markdown Postil wrote', () => {
  const bundle = sampleBundle();
  const files = [...markdownExporter.write(bundle)];
  const companion = (path: string): Uint8Array | null => files.find((file) => file.path === path)?.bytes ?? null;
  const read = async (at: number, change = (text: string) => text) => {
    const { path = '', bytes } = files[at] ?? {};
    const text = change(new TextDecoder().decode(bytes));
    const outcome = await parseFile({ name: path, bytes: new TextEncoder().encode(text), companion });
    if (!outcome.ok || outcome.value.holds !== 'documents') throw new Error('not read');
    const [document] = outcome.value.documents;
    if (document === undefined) throw new Error('no document');
    return document;
  };

  it('brings every passage back at its place, with its id, comment, fields and labels', async () => {
    const document = await read(0);
    const text = textOf(document.body);
    const [article] = bundle.documents;
    expect(document.uid).toBe(article?.uid);
    expect(document.labels).toEqual(article?.labels);
    const placed = bundle.annotations.filter(({ orphaned }) => !orphaned);
    expect(document.annotations).toHaveLength(placed.length);
    for (const { uid, kind, selector, fields, labels, comment, createdAtMs } of placed) {
      const back = document.annotations?.find((each) => each.uid === uid);
      expect(back).toMatchObject({ kind, fields, labels, createdAtMs });
      expect(text.slice(back?.start, back?.end)).toBe(selector.exact);
      expect(parseComment(back?.comment ?? '')).toEqual(parseComment(comment));
    }
    expect(document.losses).toEqual([{ what: 'absentPictures', count: 1 }]);
  });

  it('keeps the words of a passage that has no place, and what is said of it', async () => {
    const words = textOf((await read(0)).body);
    expect(words).toContain('Passages\nClaim (orphaned)\nnot\nthere\nPosition: no longer found');
    expect(words).not.toContain('Officieux');
  });

  it('brings a note’s links back as mentions of the passage and of the document', async () => {
    const note = await read(1);
    const [article] = bundle.documents;
    const [claim] = bundle.annotations;
    expect(note.type).toBe('note');
    expect(note.body.blocks[0]).toEqual({
      type: 'paragraph',
      inlines: [
        { type: 'text', text: 'Voir ' },
        { type: 'mention', text: 'l’article', target: { document: article?.uid } },
        { type: 'text', text: ' et ' },
        { type: 'mention', text: 'le bilan', target: { annotation: claim?.uid } },
      ],
    });
    expect(note.body.blocks[1]).toEqual(bundle.documents[1]?.body.blocks[1]);
    expect(textOf(note.body)).not.toContain('Sources');
  });

  it('takes a file that was written in since for a text of its own, under no id', async () => {
    const document = await read(0, (text) => text.replace('ont perdu la vie', 'sont revenus'));
    expect(document.uid).toBeUndefined();
    expect(textOf(document.body)).toContain('sont revenus');
    expect(document.annotations?.map(({ uid }) => uid)).toEqual([undefined, undefined]);
  });
});
