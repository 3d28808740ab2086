import type { Block, Body, Mark, TextRun } from '@shared/model/block';
import { normaliseBody } from '@shared/text/canonical-text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseComment, printComment } from './comment-markdown';

const paragraph = (...inlines: TextRun[]): Block => ({ type: 'paragraph', inlines });
const run = (text: string, ...marks: Mark[]): TextRun => ({
  type: 'text',
  text,
  ...(marks.length > 0 ? { marks } : {}),
});
const bodyOf = (...blocks: Block[]): Body => normaliseBody({ version: 1, blocks });

describe('a comment’s Markdown', () => {
  test('reads emphasis, links and lists', () => {
    expect(parseComment('Repeated by **nine** *newspapers*, see [the note](https://example.org/a).')).toEqual(
      bodyOf(
        paragraph(
          run('Repeated by '),
          run('nine', 'bold'),
          run(' '),
          run('newspapers', 'italic'),
          run(', see '),
          { type: 'text', text: 'the note', link: 'https://example.org/a' },
          run('.'),
        ),
      ),
    );
    expect(parseComment('Ask:\n\n- who\n- when\n   1. first').blocks).toEqual([
      paragraph(run('Ask:')),
      { type: 'listItem', list: 'bulleted', depth: 0, inlines: [run('who')] },
      { type: 'listItem', list: 'bulleted', depth: 0, inlines: [run('when')] },
      { type: 'listItem', list: 'ordered', depth: 1, inlines: [run('first')] },
    ]);
  });

  test('leaves stars that emphasise nothing', () => {
    for (const text of ['5* hotel', '2 * 3 * 4', '**', 'a ** b', '****x****'])
      expect(parseComment(text), text).toEqual(bodyOf(paragraph(run(text))));
  });

  test('keeps an address that is no web or mail address as text', () => {
    expect(parseComment('[x](javascript:alert)')).toEqual(bodyOf(paragraph(run('[x](javascript:alert)'))));
  });

  test('writes plain words as they are', () => {
    const text = 'Repeated by nine newspapers. “Safe?” (p. 3) snake_case 50 % – e.g. a/b\n\nNext line';
    expect(printComment(parseComment(text))).toBe(text);
  });

  test('does not let a line become a list it was not', () => {
    const body = bodyOf(paragraph(run('- not a list')), paragraph(run('1. nor this')));
    expect(parseComment(printComment(body))).toEqual(body);
  });

  const anyRun = fc
    .record({
      text: fc.string({
        minLength: 1,
        unit: fc.constantFrom('a', 'B', ' ', '*', '_', '\\', '[', ']', '(', ')', 'é', '가', '\n', '-', '#', '1', '.'),
      }),
      bold: fc.boolean(),
      italic: fc.boolean(),
      link: fc.boolean(),
    })
    .map(
      ({ text, bold, italic, link }): TextRun => ({
        ...run(text, ...(bold ? (['bold'] as const) : []), ...(italic ? (['italic'] as const) : [])),
        ...(link ? { link: 'https://example.org/' } : {}),
      }),
    );
  const anyBlock = fc.oneof(
    fc.array(anyRun, { minLength: 1, maxLength: 5 }).map((inlines): Block => ({ type: 'paragraph', inlines })),
    fc
      .array(anyRun, { minLength: 1, maxLength: 3 })
      .map((inlines): Block => ({ type: 'listItem', list: 'bulleted', depth: 0, inlines })),
  );

  test('says the same once it was written and read, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 4 }), (blocks) => {
        const once = parseComment(printComment(bodyOf(...blocks)));
        expect(parseComment(printComment(once))).toEqual(once);
      }),
      { numRuns: 600 },
    );
  });

  test('keeps the letters and their emphasis', () => {
    const lettersOf = (body: Body): string =>
      body.blocks
        .flatMap((block) => ('inlines' in block ? block.inlines : []))
        .flatMap((inline) => {
          const marks = inline.type === 'text' ? (inline.marks ?? []).join() : '';
          return [...inline.text.replace(/\s/g, '')].map((letter) => `${letter}${marks}`);
        })
        .join(' ');
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 4 }), (blocks) => {
        const body = bodyOf(...blocks);
        expect(lettersOf(parseComment(printComment(body)))).toBe(lettersOf(body));
      }),
      { numRuns: 600 },
    );
  });
});
