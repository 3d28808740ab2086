import { textOf } from '@shared/text/canonical-text';
import { describe, expect, it } from 'vitest';
import { textDocument } from './text';

async function read(source: string) {
  const document = await textDocument(source);
  if (!document) throw new Error('no words');
  return { ...document, text: textOf(document.body), types: document.body.blocks.map(({ type }) => type) };
}

const prose =
  'Une phrase assez longue pour former à elle seule un paragraphe que personne ne prendrait pour un titre, vraiment.';

describe('plain text', () => {
  it('takes the date before its first words as metadata, in its coarser forms too', async () => {
    for (const [line, date] of [
      ['date 2025-10-27 Mots.', '2025-10-27'],
      ['\ufeffDate: 2025-10 — Mots.', '2025-10'],
      ['date 2025 Mots.', '2025'],
    ]) {
      const document = await read(line ?? '');
      expect(document.metadata.date).toBe(date);
      expect(document.text).toBe('Mots.');
    }
  });

  it('leaves words that only look like a date line', async () => {
    for (const line of ['date 2025-02-30 Mots.', 'date limite : demain.', 'date 2025-10-27x Mots.'])
      expect((await read(line)).text).toBe(line);
  });

  it('joins lines wrapped at a width and keeps the lines of a poem', async () => {
    const wrapped =
      'Le lundi 27 octobre, la ministre a coupé un ruban devant\nune centaine d’invités venus des deux rives. Le pont est\nouvert, a-t-elle déclaré.';
    expect((await read(wrapped)).text).toBe(wrapped.replaceAll('\n', ' '));
    const poem = 'Sous le pont Mirabeau coule la Seine\nEt nos amours\nFaut-il qu’il m’en souvienne';
    expect((await read(poem)).text).toBe(poem);
  });

  it('takes short lines between paragraphs for headings, and no sentence or list item', async () => {
    expect((await read(`${prose}\n\nUn intertitre\n\n${prose}`)).types).toEqual(['paragraph', 'heading', 'paragraph']);
    for (const line of ['Une phrase courte.', '- un point', 'Voici :', 'minuscule']) {
      expect((await read(`${prose}\n\n${line}\n\n${prose}`)).types).toEqual(['paragraph', 'paragraph', 'paragraph']);
    }
  });

  it('drops a leading heading only because it became the title', async () => {
    const document = await read(`Un titre\n\n${prose}\n\n${prose}`);
    expect(document.title).toBe('Un titre');
    expect(document.text).toBe(`${prose}\n${prose}`);
  });

  it('cuts a title from a first sentence at a word’s end', async () => {
    const { title } = await read(`${'mot '.repeat(100)}fin.`);
    expect(title.length).toBeLessThanOrEqual(140);
    expect(title).toMatch(/mot…$/);
    expect((await read('M. Dupont est arrivé. Il repart.')).title).toBe('M. Dupont est arrivé');
    expect((await read('두 나라의 정상이 만났다。 그리고 헤어졌다。')).title).toBe('두 나라의 정상이 만났다');
  });

  it('says how many unprintable characters it left out', async () => {
    const document = await read('un\u0000 deux\u0007 trois');
    expect(document.text).toBe('un deux trois');
    expect(document.losses).toEqual([{ what: 'controlCharacters', count: 2 }]);
  });

  it('guesses no language from a few letters', async () => {
    expect((await read('Kim Jong')).metadata.language).toBe('');
    expect((await read('두 나라의 정상이 만났다. 그리고 오랫동안 이야기를 나누었다고 한다.')).metadata.language).toBe(
      'ko',
    );
  });
});
