import { expect, test } from 'vitest';
import { parseFile } from '../parse-file';
import { csvRows } from './csv-rows';

const read = (text: string) => parseFile({ name: 'readwise-data.csv', bytes: new TextEncoder().encode(text) });

test('highlights come by article, with note, tags and time, and the same id each time', async () => {
  const table = `Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags,URL
"Un mot, ""cité"" 😀
et la suite",Le pont,Anne,,Pourquoi ?,yellow,"source,guerre",page,1,2025-10-28 08:00:00+00:00,,https://example.org/a
Deux,Livre,Zoé,,,,,page,2,,,
`;
  const outcome = await read(table);
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      holds: 'annotations',
      losses: [],
      sources: [
        {
          url: 'https://example.org/a',
          title: 'Le pont',
          passages: [
            {
              exact: 'Un mot, "cité" 😀\net la suite',
              kind: 'source',
              labels: ['guerre'],
              comment: 'Pourquoi ?',
              createdAtMs: Date.UTC(2025, 9, 28, 8),
            },
          ],
        },
        { url: '', title: 'Livre', passages: [{ exact: 'Deux', kind: 'claim' }] },
      ],
    },
  });
  expect(await read(table)).toEqual(outcome);
});

test('another table is refused by name', async () => {
  expect(await read('a,b\n1,2\n')).toMatchObject({ ok: false, error: { code: 'import/broken' } });
});

test('rows end as on any system, and a stray quotation mark costs no other row', () => {
  const rows = csvRows('a,b\r\n1,2\n"3" x,4\n5,"6\n7"');
  expect(rows.map((row) => [row.get('a'), row.get('b')])).toEqual([
    ['1', '2'],
    ['"3" x,4', undefined],
    ['5', '6\n7'],
  ]);
});
