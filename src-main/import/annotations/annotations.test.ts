import { describe, expect, it, test } from 'vitest';
import { parseFile } from '../parse-file';

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
async function read(name: string, value: unknown) {
  const outcome = await parseFile({ name, bytes: bytesOf(value) });
  if (!outcome.ok) throw new Error(outcome.error.message);
  if (outcome.value.holds !== 'annotations') throw new Error('not annotations');
  return outcome.value;
}
const context = 'http://www.w3.org/ns/anno.jsonld';
const quote = (exact: string) => ({ type: 'TextQuoteSelector', exact, prefix: 'a ', suffix: ' b' });

describe('Web Annotations of other programs', () => {
  it('are read alone, in a list, on a page and in a graph', async () => {
    const annotation = {
      '@context': context,
      id: 'https://a.example/1',
      type: 'Annotation',
      body: 'A remark',
      target: { source: 'https://b.example/x', selector: quote('words') },
    };
    for (const value of [
      annotation,
      [annotation],
      { '@context': context, type: 'AnnotationPage', items: [annotation] },
      { '@context': context, '@graph': [annotation] },
    ]) {
      const { sources } = await read('a.jsonld', value);
      expect(sources).toMatchObject([
        { uid: null, url: 'https://b.example/x', passages: [{ exact: 'words', comment: 'A remark', kind: 'claim' }] },
      ]);
    }
  });

  it('give kind and labels by their tags, and the selector inside another', async () => {
    const { sources, losses } = await read('a.jsonld', [
      {
        '@context': context,
        type: ['Annotation'],
        body: [
          { type: 'TextualBody', purpose: 'tagging', value: 'Sources' },
          { type: 'TextualBody', purpose: 'tagging', value: 'guerre' },
          { type: 'TextualBody', value: 'un' },
        ],
        target: [
          {
            source: { id: 'https://b.example/x', title: 'Titre' },
            selector: { type: 'FragmentSelector', refinedBy: quote('là') },
          },
        ],
      },
      { type: 'Annotation', target: 'https://b.example/x' },
    ]);
    expect(sources[0]).toMatchObject({
      title: 'Titre',
      passages: [{ kind: 'source', labels: ['guerre'], comment: 'un' }],
    });
    expect(losses).toEqual([{ what: 'annotationsWithoutWords', count: 1 }]);
  });

  it('keep the same id for the same words when they have none, and never touch a prototype', async () => {
    const value = JSON.parse(
      `[{"@context":"${context}","type":"Annotation","__proto__":{"polluted":1},"fields":{"__proto__":"x","speaker":"y"},"target":{"source":"https://b.example/x","selector":${JSON.stringify(quote('mots'))}}}]`,
    );
    const [one, two] = [await read('a.jsonld', value), await read('a.jsonld', value)];
    expect(one.sources).toEqual(two.sources);
    expect(one.sources[0]?.passages[0]?.fields).toEqual({ speaker: 'y' });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('Hypothesis exports of others', () => {
  const row = (more: object) => ({
    id: 'AbC',
    created: '2025-10-28T08:00:00.000000+00:00',
    user: 'acct:marie@hypothes.is',
    uri: 'https://b.example/x',
    text: 'Vraiment ?',
    tags: ['event', 'à voir'],
    document: { title: ['Titre'] },
    target: [{ source: 'https://b.example/x', selector: [quote('mots')] }],
    ...more,
  });

  it('say who wrote, with answers below, and count notes of pages', async () => {
    const answer = row({ id: 'Def', references: ['AbC'], text: 'Oui.', user: 'acct:jo@hypothes.is', target: [{}] });
    const page = row({ id: 'Ghi', target: [{ source: 'https://b.example/x' }] });
    const { sources, losses } = await read('hypothesis.json', {
      export_userid: 'x',
      annotations: [answer, row({}), page],
    });
    expect(sources).toMatchObject([
      {
        url: 'https://b.example/x',
        title: 'Titre',
        passages: [
          {
            exact: 'mots',
            kind: 'event',
            labels: ['à voir'],
            comment: 'Vraiment ?\n\n— marie\n\nOui.\n\n— jo',
            createdAtMs: Date.UTC(2025, 9, 28, 8),
          },
        ],
      },
    ]);
    expect(losses).toEqual([{ what: 'annotationsWithoutWords', count: 1 }]);
  });

  it('are read from the answers of the service too', async () => {
    const { sources } = await read('search.json', { total: 1, rows: [row({})] });
    expect(sources).toHaveLength(1);
  });
});

test.each([
  ['a.jsonld', '{"@context":"http://www.w3.org/ns/anno.jsonld"'],
  ['a.jsonld', '{"@context":"http://www.w3.org/ns/anno.jsonld","items":[1,null,{"type":"Annotated"}]}'],
  ['a.json', '{"annotations":{}}'],
  ['a.json', '['.repeat(200_000)],
  ['a.json', '"words"'],
])('%s that is not what it says is refused by name', async (name, text) => {
  const outcome = await parseFile({ name, bytes: new TextEncoder().encode(text) });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'import/broken', params: { file: name } } });
});
