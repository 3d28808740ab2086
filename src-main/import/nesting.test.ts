import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeShallow } from './nesting';

/** How many of an element a source opens. */
const count = (html: string, tag: string): number => html.split(tag).length - 1;
/** The words of a source, tags aside. */
const words = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

test('a page of ordinary depth stays as it is', () => {
  const page = '<!doctype html><body><div><p>un<p>deux<ul><li>a<li>b</ul><table><tr><td>x<td>y</table></div>';
  expect(madeShallow(page)).toBe(page);
});

test('paragraphs, items and cells without an end lie beside each other', () => {
  const page = `<p>${'<p>mot<li>mot<td>mot<br>'.repeat(5_000)}`;
  expect(madeShallow(page)).toBe(page);
});

test('elements that were closed make nothing deep, nor do those closed with the one around them', () => {
  const page = '<div><span>mot</div>'.repeat(5_000);
  expect(madeShallow(page)).toBe(page);
});

test('beyond a thousand, elements are left out and words stay', () => {
  const shallow = madeShallow(`${'<div>un '.repeat(5_000)}fin${'</div>'.repeat(5_000)} après`);
  expect(count(shallow, '<div>')).toBe(1_000);
  expect(count(shallow, '</div>')).toBe(1_000);
  expect(words(shallow)).toBe(`${'un '.repeat(5_000)}fin après`);
});

test('a word is not cut where emphasis beyond the depth is left out', () => {
  expect(madeShallow(`${'<i>'.repeat(1_500)}mo<b>t</b>s`)).toMatch(/<i>mots$/);
});

test('what scripts, styles and comments hold is no markup', () => {
  const inside = '<div>'.repeat(5_000);
  for (const page of [`<script>${inside}</script>`, `<style>${inside}</STYLE>`, `<!--${inside}-->`, `<!--${inside}`])
    expect(madeShallow(page)).toBe(page);
});

test('no word is ever lost', () => {
  const piece = fc.constantFrom(
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<p>',
    'mot ',
    '<ul>',
    '</ul>',
    '<br>',
    '<section class="a">',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 0, max: 200 }), (pieces, times) => {
      const page = pieces.join('').repeat(times);
      expect(words(madeShallow(page)).replaceAll(' ', '')).toBe(words(page).replaceAll(' ', ''));
    }),
    { numRuns: 60 },
  );
});
