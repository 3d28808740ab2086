import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { plainFrontMatter } from './plain-front-matter';

const pieces = [
  'title',
  'a',
  'é',
  '한국',
  '2025',
  '-',
  ': ',
  ' #',
  '"',
  "'",
  '\\',
  ' ',
  '[',
  '{',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  ',',
  '?',
  '~',
  'null',
  'true',
  'No',
  '2025-10-27',
  '\t',
  '=',
  '.5',
  '0x1f',
];
const value = fc.array(fc.constantFrom(...pieces), { maxLength: 5 }).map((parts) => parts.join(''));
const line = fc.tuple(
  fc.constantFrom('title', 'Lang', 'url', 'my-key'),
  fc.constantFrom(': ', ':', ':  '),
  value,
  fc.boolean(),
);

/** As front matter is read: names in lower case, the last of a name counts. */
function byYaml(block: string): ReadonlyMap<string, unknown> {
  const fields: unknown = parse(block, { schema: 'core', uniqueKeys: false, logLevel: 'silent', mapAsMap: true });
  if (!(fields instanceof Map)) throw new Error('no fields');
  return new Map([...fields].map(([key, field]) => [String(key).toLowerCase(), field]));
}

test('what is read without a YAML parser is what a YAML parser reads', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const block = lines.map(([key, colon, text, quotes]) => key + colon + (quotes ? `"${text}"` : text)).join('\n');
      const fields = plainFrontMatter(block);
      if (fields === null) return;
      read++;
      expect([...fields].sort(), block).toEqual([...byYaml(block)].sort());
    }),
    { numRuns: 3000, seed: 7 },
  );
  expect(read).toBeGreaterThan(300);
});

test('the front matter programs write is read; lists, nesting and comments are left to a YAML parser', () => {
  expect(plainFrontMatter('title: "Tous les feux"\ndate: 2025-10-27\nlang: fr\nsite: Le Courrier\n')).toEqual(
    new Map([
      ['title', 'Tous les feux'],
      ['date', '2025-10-27'],
      ['lang', 'fr'],
      ['site', 'Le Courrier'],
    ]),
  );
  for (const more of ['tags: [a]', 'tags:\n  - a', 'title: a # b', 'title: a: b', 'year: 2025', 'draft: true', 'x: ~'])
    expect(plainFrontMatter(more), more).toBeNull();
});
