/** What the Markdown export writes, the Markdown importer reads back: same blocks, same marks, same words. */
import { bodyOf, bundleOf, documentOf } from '@main/export/bundle-samples';
import { markdownExporter } from '@main/export/markdown/markdown-exporter';
import { parseFile } from '@main/import/parse-file';
import type { Block, Body, Inline } from '@shared/model/block';
import { marks } from '@shared/model/block';
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
