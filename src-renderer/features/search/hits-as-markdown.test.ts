import type { SearchHit } from '@shared/contract/search-shapes';
import { documentUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { hitsAsMarkdown } from './hits-as-markdown';

const uid = documentUid('0192f0aa-0000-7000-8000-000000000001');
const hit: SearchHit = {
  uid,
  document: uid,
  kind: 'claim',
  title: 'The [old] bridge',
  authors: ['Anne Dupont', 'B. *Lee*'],
  url: 'https://example.org/a_b',
  site: 'Le Monde',
  date: '2025-10-27',
  lang: 'fr',
  snippet: 'all _lights_ are\ngreen today',
  marks: [{ start: 17, end: 22 }],
  place: null,
  counts: {},
  labels: [],
  score: 1,
};
const words = {
  title: 'Search: green',
  untitled: 'Untitled',
  date: (edtf: string) => `on ${edtf}`,
  kind: () => 'Claim',
};

test('a list names each hit’s source and marks what was found, its own signs escaped', () => {
  expect(
    hitsAsMarkdown(
      [hit, { ...hit, kind: 'note', title: '', authors: [], site: '', url: '', date: '', snippet: '', marks: [] }],
      words,
    ),
  ).toBe(
    [
      '# Search: green',
      '- Anne Dupont, B. \\*Lee\\*, *The \\[old\\] bridge*, Le Monde, on 2025-10-27, <https://example.org/a_b>',
      '  > Claim: all \\_lights\\_ are **green** today',
      '- *Untitled*\n',
    ].join('\n\n'),
  );
});
