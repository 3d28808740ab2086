import type { Inline, Mark } from '@shared/model/block';
import { marks } from '@shared/model/block';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../bundle-samples';
import { blocksToMarkdown } from './blocks';
import { inlinesToMarkdown } from './inlines';

const options = { destinationOf: () => undefined, newline: 'break' } as const;
const render = (...inlines: readonly Inline[]): string => inlinesToMarkdown(inlines, options);
const run = (text: string, marksOf: readonly Mark[] = [], link?: string): Inline => ({
  type: 'text',
  text,
  ...(marksOf.length > 0 ? { marks: marksOf } : {}),
  ...(link === undefined ? {} : { link }),
});

/** What a Markdown reader shows of it: the words, and the words under each tag. */
function shown(markdown: string): { readonly text: string; readonly of: (selector: string) => string[] } {
  const html = (marked.parse(markdown, { async: false }) as string).replace(/<br>\n?/g, '\u23ce');
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  return {
    text: (document.body.textContent ?? '').replaceAll('\u23ce', '\n').replace(/\n$/, ''),
    of: (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent ?? ''),
  };
}

describe('inlines as Markdown', () => {
  it.each([
    ['a *b* _c_ `d` [e](f) <g> ~~h~~ \\i', String.raw`a \*b\* \_c\_ \`d\` \[e\](f) \<g> \~\~h\~\~ \\i`],
    ['snake_case stays', 'snake_case stays'],
    ['1. no list', String.raw`1\. no list`],
    ['# no heading', String.raw`\# no heading`],
    ['#hashtag', '#hashtag'],
    ['> no quote', String.raw`\> no quote`],
    ['- no item', String.raw`\- no item`],
    ['=== no underline', String.raw`\=== no underline`],
    ['&amp; &#32; & co', String.raw`\&amp; \&#32; & co`],
  ])('%j is written %j', (text, expected) => {
    expect(render(run(text))).toBe(expected);
    expect(shown(expected).text).toBe(text);
  });

  it('puts blanks at the edges of emphasis outside', () => {
    expect(render(run('a'), run(' b ', ['bold']), run('c'))).toBe('a **b** c');
  });

  it('writes tags where signs would not be read back', () => {
    const markdown = render(run('외무상(최선희)', ['bold']), run('은'));
    expect(markdown).toBe('<strong>외무상(최선희)</strong>은');
    expect(shown(markdown).of('strong')).toEqual(['외무상(최선희)']);
  });

  it('keeps links with parentheses and spaces whole', () => {
    const markdown = render(run('x', [], 'https://example.org/a_(b c)'));
    const { document } = parseHTML(`<html><body>${marked.parse(markdown, { async: false })}</body></html>`);
    expect(document.querySelector('a')?.getAttribute('href')).toBe('https://example.org/a_(b%20c)');
  });

  it('holds backticks in code', () => {
    expect(shown(render(run('a `` b `', ['code']))).of('code')).toEqual(['a `` b `']);
  });

  const piece = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'ab*_`[]()<>~|\\&#;!1.-+= é한語🕊.:/w'), minLength: 1, maxLength: 8 }),
    fc.constantFrom('www.a_b.org/*', 'https://x.org/~a', '« mot »', 'a\nb', '  ', '&lt;', '- ', '1) '),
  );
  const inline = fc
    .tuple(
      piece,
      fc.subarray([...marks], { maxLength: 3 }),
      fc.option(fc.constantFrom('https://x.org/(a)', 'https://y.org'), { nil: undefined }),
    )
    .map(([text, marksOf, link]) => run(text, marksOf, link));

  it('shows a reader exactly the words, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(inline, { minLength: 1, maxLength: 5 }), (inlines) => {
        const body = bodyOf({ type: 'paragraph', inlines });
        const text = inlines.map((each) => each.text).join('');
        fc.pre(text.trim() !== '');
        const seen = shown(blocksToMarkdown(body.blocks, { ...options, attributionOf: () => '' })).text;
        // Blanks around a line break are Markdown's to drop.
        const blanks = (value: string): string => value.normalize('NFC').replace(/[ \t]*\n[ \t]*/g, '\n');
        expect(blanks(seen)).toBe(blanks(text));
      }),
      { numRuns: 1500 },
    );
  });
});
