import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestCli, testCli } from './test-cli';

const dispatch =
  'Nearly six hundred soldiers lost their lives in the border region, according to the unofficial count of the intelligence service. The two capitals signed a treaty of mutual defence in June, and both speak of a perfect understanding.';
const paper = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;

let cli: TestCli;
beforeEach(() => {
  cli = testCli();
});
afterEach(() => cli.remove());

interface Pair {
  readonly share: number;
  readonly older: { readonly uid: string; readonly title: string };
  readonly newer: { readonly title: string };
}

test('import says which articles are alike, and duplicates lists the pairs', async () => {
  const files = [
    cli.write('herald.html', paper('The Herald says', dispatch)),
    cli.write('courier.html', paper('The Courier says', `${dispatch} Our correspondent adds a word.`)),
    cli.write(
      'other.html',
      paper('Tram line', 'The council voted for a tram line through the valley by a narrow margin.'),
    ),
  ];
  const { value: report } = await cli.json<{ readonly alike: readonly { readonly share: number }[] }>([
    'import',
    ...files,
  ]);
  expect(report.alike).toHaveLength(1);
  const { code, value: pairs } = await cli.json<readonly Pair[]>(['duplicates']);
  expect(code).toBe(0);
  expect(pairs.map(({ older, newer }) => [older.title, newer.title])).toEqual([
    ['The Herald says', 'The Courier says'],
  ]);
  const [pair] = pairs;
  const one = await cli.run(['duplicates', pair?.older.uid ?? '']);
  expect(one.out).toContain('The Courier says');
  expect(one.out).toMatch(/^\d\d %\n/);
  expect((await cli.run(['duplicates', 'nonsense'])).code).toBe(2);
});

test('an archive without any says so', async () => {
  await cli.run(['import', cli.write('a.html', paper('Alone', dispatch))]);
  expect(await cli.run(['duplicates'])).toMatchObject({ code: 0, out: 'No two articles have nearly the same text.\n' });
});

test('a watched folder brings in what lies there and what comes, until it is stopped', async () => {
  cli.write('a.html', paper('Lying there', dispatch));
  const stop = new AbortController();
  const watching = cli.run(['import', '--watch', '.'], { signal: stop.signal });
  renameSync(
    cli.write('b.tmp', paper('Tram line', 'The council voted for a tram line by a narrow margin.')),
    join(cli.folder, 'b.html'),
  );
  await expect
    .poll(async () => (await cli.json<{ articles: number }>(['stats'])).value.articles, { timeout: 30_000 })
    .toBe(2);
  stop.abort();
  const { code, out } = await watching;
  expect(code).toBe(0);
  expect(out).toContain('Lying there');
  expect(out).toContain('Tram line');
}, 60_000);

test('watching wants one folder and words, not JSON', async () => {
  expect((await cli.run(['import', '--watch', 'a', 'b'])).code).toBe(2);
  expect((await cli.run(['--json', 'import', '--watch', '.'])).code).toBe(2);
});
