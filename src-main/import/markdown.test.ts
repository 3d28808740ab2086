import { textOf } from '@shared/text/canonical-text';
import { describe, expect, it } from 'vitest';
import { parseFile } from './parse-file';

async function read(source: string, name = 'note.md') {
  const outcome = await parseFile({ name, bytes: new TextEncoder().encode(source) });
  if (!outcome.ok) throw new Error(outcome.error.message);
  const document = outcome.value.holds === 'documents' ? outcome.value.documents[0] : undefined;
  if (!document) throw new Error('no document');
  return { ...document, text: textOf(document.body) };
}

describe('front matter', () => {
  it('gives title, authors, date, site, address, language and labels', async () => {
    const document = await read(
      '---\ntitle: "Le titre: un"\nauthor:\n  - "[[Jeanne Roy]]"\n  - Paul Sol\nsource: https://site.example/a?b=1\nsite: Le Site\npublished: 2025-10-27T10:00\nlang: fr-FR\ntags: [presse, "#europe/est"]\n---\nTexte.',
    );
    expect(document).toMatchObject({
      type: 'article',
      title: 'Le titre: un',
      labels: ['presse', 'europe/est'],
      losses: [],
    });
    expect(document.metadata).toEqual({
      authors: ['Jeanne Roy', 'Paul Sol'],
      site: 'Le Site',
      url: 'https://site.example/a?b=1',
      date: '2025-10-27',
      language: 'fr',
      description: '',
    });
    expect(document.text).toBe('Texte.');
  });

  it('makes a note only of a file that says so', async () => {
    expect((await read('---\ntype: note\n---\nMots.')).type).toBe('note');
    expect((await read('---\ntitle: x\n---\nMots.')).type).toBe('article');
    expect((await read('Mots.')).type).toBe('article');
  });

  it('takes __proto__ and constructor as names like any other', async () => {
    const document = await read(
      '---\n__proto__:\n  polluted: yes\nconstructor: {prototype: {polluted: 1}}\ntitle: T\n---\nMots.',
    );
    expect(document.title).toBe('T');
    expect(document.losses).toEqual([{ what: 'frontMatterFields', count: 2, detail: '__proto__, constructor' }]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is kept as text and said so when it is not YAML', async () => {
    const document = await read('---\ntitle: "unclosed\nwords: here\n---\nMots.');
    expect(document.text).toContain('words: here');
    expect(document.text).toContain('Mots.');
    expect(document.losses[0]).toMatchObject({ what: 'brokenFrontMatter' });
  });

  it('is bounded against aliases that multiply', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(',')}]`),
    ].join('\n');
    const outcome = await parseFile({ name: 'a.md', bytes: new TextEncoder().encode(`---\n${bomb}\n---\nMots.`) });
    expect(outcome.ok ? 'read' : outcome.error.code).toMatch(/^(read|import\/broken)$/);
  });

  it('is not seen in a text that begins with a rule', async () => {
    expect((await read('---\n\nUn texte.\n\n---\n\nUn autre.')).text).toContain('Un texte.');
  });
});

describe('Markdown', () => {
  it('takes its title from the leading heading, once', async () => {
    const document = await read('# Le *titre*\n\nMots.\n\n## Suite\n\nFin.');
    expect(document.title).toBe('Le titre');
    expect(document.text).toBe('Mots.\nSuite\nFin.');
  });

  it('is titled by its file name when it has no heading', async () => {
    expect((await read('Mots.', 'Réunion_du 27 octobre.md')).title).toBe('Réunion du 27 octobre');
  });

  it('becomes blocks with emphasis, lists, tables, code, quotations and pictures', async () => {
    const { body, losses } = await read(
      'Un **mot *fort*** et `code` ~~non~~.\n\n1. un\n   - un un\n2. deux\n\n- [x] fait\n- [ ] à faire\n\n> cité\n> encore\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```ts\nlet a;\n```\n\n![Le pont](pont.png)\n\n---\n',
    );
    expect(body.blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'listItem',
      'listItem',
      'listItem',
      'listItem',
      'listItem',
      'quote',
      'table',
      'code',
      'image',
      'rule',
    ]);
    expect(body.blocks.slice(1, 6)).toMatchObject([
      { list: 'ordered', depth: 0 },
      { list: 'bulleted', depth: 1 },
      { list: 'ordered', depth: 0 },
      { list: 'checked', checked: true },
      { list: 'checked', checked: false },
    ]);
    expect(body.blocks[9]).toEqual({ type: 'image', asset: null, alt: 'Le pont', inlines: [] });
    expect(losses).toEqual([{ what: 'absentPictures', count: 1 }]);
  });

  it('keeps the words of wiki links, highlights, footnotes and character references', async () => {
    const { text } = await read(
      'Voir [[Page|la page]] et [[Autre]], ==très *important*== &eacute;t&#233; &amp; co[^1].\n\n[^1]: Ibid.\n',
    );
    expect(text).toBe('Voir la page et Autre, très important été & co[^1].\n[^1]: Ibid.');
  });

  it('keeps only the words of HTML, and nothing of scripts', async () => {
    const { text, body } = await read(
      'Un <u>mot</u> <span onclick="evil()">ici</span><br>là <script>evil()</script>.\n\n<div onclick="evil()">bloc <i>dit</i><script>evil()</script></div>\n',
    );
    expect(text).toBe('Un mot ici\nlà .\nbloc dit');
    expect(JSON.stringify(body)).not.toContain('evil');
  });

  it('drops javascript: and relative links but keeps their words', async () => {
    const { body, losses } = await read(
      '[a](javascript:alert(1)) [b](https://ok.example/x) [c](other.md) <javascript:alert(2)>',
    );
    expect(JSON.stringify(body).match(/"link":"[^"]*"/g)).toEqual(['"link":"https://ok.example/x"']);
    expect(losses[0]).toMatchObject({ what: 'links' });
  });

  it.each([
    ['quotations nested too deeply', `${'> '.repeat(20_000)}mot`, 'mot'],
    ['too many signs in a line', 'a_'.repeat(500_000), 'a_a_'],
  ])(
    'keeps %s as plain text and says so',
    async (_what, source, words) => {
      const { text, losses } = await read(source);
      expect(text).toContain(words);
      expect(losses).toContainEqual({ what: 'markdownAsText', count: 1 });
    },
    30_000,
  );
});
