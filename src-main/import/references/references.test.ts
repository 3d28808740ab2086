/** Lists as other programs write them, and what is no list; services/round-trip.test.ts has Postil's own. */
import { textOf } from '@shared/text/canonical-text';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseFile } from '../parse-file';
import { texToText } from './tex-text';

async function read(name: string, text: string) {
  const outcome = await parseFile({ name, bytes: new TextEncoder().encode(text) });
  if (!outcome.ok) throw new Error(outcome.error.message);
  if (outcome.value.holds !== 'documents') throw new Error('not documents');
  return outcome.value.documents;
}

describe('BibTeX', () => {
  it('is read with macros, quotes, joined parts, organisations and TeX’s accents', async () => {
    const [article, online, ...more] = await read(
      'a.bib',
      String.raw`A comment before.
@comment{ignored}
@string{lm = "Le Monde"}
@article{key1, author = {Garc{\'i}a M{\"u}ller, Ana and {Agence and Press} and others}, title = "{\'E}tude n\textsuperscript{o} 1",
  journal = lm # { diplomatique}, year = 2024, month = jun, volume = {3}, keywords = {a; b,c}, doi = {10.1000/x_y}}
@online{key2,
  title = {Sur l'{\^i}le \& {\c c}a 50\% {\ss}},
  date = {2024-12~}, url = {https://example.org/a\_b%20c~d}, langid = {french}, note = {N},
}`,
    );
    expect(more).toEqual([]);
    expect(article).toMatchObject({
      title: 'Étude no 1',
      labels: ['a', 'b', 'c'],
      metadata: {
        authors: ['Ana García Müller', 'Agence and Press'],
        site: 'Le Monde diplomatique',
        date: '2024-06',
        url: 'https://doi.org/10.1000/x_y',
      },
      losses: [
        { what: 'referenceNotes', count: 1 },
        { what: 'referenceFields', count: 1, detail: 'volume' },
      ],
    });
    expect(online).toMatchObject({
      title: "Sur l'île & ça 50% ß",
      metadata: { date: '2024-12~', url: 'https://example.org/a_b%20c~d' },
    });
    expect(article && textOf(article.body)).toBe('');
  });

  it.each(['{', '"'])('loses no other entry, nor a field, to a value whose %s is never closed', async (sign) => {
    const references = await read(
      'a.bib',
      `@book{open, title = ${sign}Sans fin,\n  year = {2020},\n  author = {Anne Martin}\n}\n\n` +
        `@book{next, title = {Suivant}}\n@book{last, title = ${sign}Dernier,\n year = 2021\n}\n`,
    );
    expect(references).toMatchObject([
      {
        title: 'Sans fin',
        metadata: { date: '2020', authors: ['Anne Martin'] },
        losses: [{ what: 'unclosedEntries', count: 2, detail: 'open, last' }],
      },
      { title: 'Suivant' },
      { title: 'Dernier' },
    ]);
  });

  it('keeps an address or code that begins a line of a value', async () => {
    const [reference] = await read('a.bib', '@book{a, title = {T}, abstract = {par\n@someone et\n@article de presse}}');
    expect(reference?.metadata.description).toBe('par @someone et @article de presse');
    expect(reference?.losses).toEqual([]);
  });

  it('never throws, and ends, whatever it is given', async () => {
    const sign = fc.constantFrom('@', 'a', '{', '}', '"', '=', ',', '#', '\\', ' ', '\n', "'", 'é', 'string', 'and');
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { maxLength: 120 }), async (signs) => {
        const outcome = await parseFile({ name: 'a.bib', bytes: new TextEncoder().encode(`x${signs.join('')}`) });
        if (!outcome.ok) expect(outcome.error.code).toBe('import/broken');
      }),
      { numRuns: 300 },
    );
  });

  it('does not grow by macros made of macros', async () => {
    const macros = Array.from({ length: 60 }, (_, n) => `@string{m${n + 1} = m${n} # m${n}}`).join('\n');
    const [document] = await read('a.bib', `@string{m0 = "word "}\n${macros}\n@misc{k, title = m60}`);
    expect(document?.title.length).toBeLessThan(2_001);
  });
});

describe('TeX in words', () => {
  it.each([
    ["caf\\'e", 'café'],
    ['\\v{S}ime\\v Sar', 'ŠimeŠar'],
    ['\\emph{mot} \\o{} \\L od', 'mot ø Łod'],
    ['a~b \\{c\\} \\textbackslash{}d', 'a b {c} \\d'],
    ['한국어 العربية 😀', '한국어 العربية 😀'],
  ])('%s', (tex, text) => {
    expect(texToText(tex)).toBe(text);
  });
});

describe('RIS', () => {
  it('is read with other line ends, continued lines, and its tags’ older names', async () => {
    const [one, two] = await read(
      'a.ris',
      '\ufeffTY  - JOUR\nT1  - Un titre\nA1  - Durand, Zoé\nA1  - Collectif\nY1  - 2024/06//été\nJO  - Revue\nN2  - Un résumé\nqui continue\nVL  - 3\nER  - \n\nTY  - ELEC\nTI  - Deux\nPY  - 2023\nUR  - https://example.org/deux\nKW  - x\nKW  - y\nER  -\n',
    );
    expect(one).toMatchObject({
      title: 'Un titre',
      metadata: {
        authors: ['Zoé Durand', 'Collectif'],
        date: '2024-06',
        site: 'Revue',
        description: 'Un résumé qui continue',
      },
      losses: [{ what: 'referenceFields', count: 1, detail: 'VL' }],
    });
    expect(two).toMatchObject({
      title: 'Deux',
      labels: ['x', 'y'],
      metadata: { date: '2023', url: 'https://example.org/deux' },
    });
  });
});

describe('CSL-JSON', () => {
  it('is known by its content under the ending .json, with particles, years alone and circa', async () => {
    const [document] = await read(
      'Ma bibliothèque.json',
      JSON.stringify([
        {
          id: 7,
          type: 'book',
          title: 'T',
          author: [{ given: 'Ludwig', 'non-dropping-particle': 'van', family: 'B' }, { literal: 'ONU' }],
          issued: { 'date-parts': [['2024']], circa: true },
          keyword: 'a, b',
        },
      ]),
    );
    expect(document).toMatchObject({
      labels: ['a', 'b'],
      metadata: { authors: ['Ludwig van B', 'ONU'], date: '2024~' },
    });
  });

  it('never touches a prototype', async () => {
    const [document] = await read(
      'a.json',
      '[{"type":"x","title":"T","__proto__":{"title":"no"},"custom":{"__proto__":{"postil":1}}}]',
    );
    expect(document?.title).toBe('T');
    expect(Reflect.get({}, 'postil')).toBeUndefined();
  });
});

test.each([
  ['a.bib', 'only words'],
  ['a.bib', '@misc{k, note = {no title}}'],
  ['a.ris', 'TY  - JOUR\nER  - \n'],
  ['a.rdf', '<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#"></rdf:RDF>'],
  ['a.rdf', '<html/>'],
  ['a.json', '[{"type":"x","title":3}]'],
  ['a.json', '[{"type":"x","title":"y"}'],
])('%s without a reference is refused by name', async (name, text) => {
  const outcome = await parseFile({ name, bytes: new TextEncoder().encode(text) });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'import/broken', params: { file: name } } });
});
