import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neighbourSentence, sentencesOf } from './sentences';

const split = (text: string, language: string): readonly string[] =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test('do not end after titles and initials', () => {
    expect(split('M. Lavrov a parlé. Mme Bolat aussi.', 'fr')).toEqual(['M. Lavrov a parlé.', 'Mme Bolat aussi.']);
    expect(split('В 2024 г. Иванов приехал. Он уехал.', 'ru')).toEqual(['В 2024 г. Иванов приехал.', 'Он уехал.']);
  });

  test('do not end inside a quotation', () => {
    expect(split('Il dit : « Nous partons. Demain. » Puis rien.', 'fr')).toHaveLength(2);
  });

  test('keep a Korean date together', () => {
    expect(split('2025. 10. 27. 회담이 열렸다. 모두 참석했다.', 'ko')).toEqual([
      '2025. 10. 27. 회담이 열렸다.',
      '모두 참석했다.',
    ]);
  });

  test('lie inside the text, in order, and never overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('M. ', 'Abc', '. ', '! ', '« ', ' »', '👩‍🚀', ' ', '? ')), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of sentencesOf(text, 'fr')) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});

describe('moving by sentence', () => {
  const text = 'One here. Two here.\n\nThree here.';
  const at = (range: { start: number; end: number } | null) => range && text.slice(range.start, range.end);
  const caret = (offset: number) => ({ start: offset, end: offset });

  test('selects the sentence the caret is in, then the next ones over empty blocks', () => {
    const first = neighbourSentence(text, 'en', caret(3), 1);
    expect(at(first)).toBe('One here.');
    const second = first && neighbourSentence(text, 'en', first, 1);
    expect(at(second)).toBe('Two here.');
    const third = second && neighbourSentence(text, 'en', second, 1);
    expect(at(third)).toBe('Three here.');
    expect(third && neighbourSentence(text, 'en', third, 1)).toBeNull();
  });

  test('goes back the same way', () => {
    const third = { start: text.indexOf('Three'), end: text.length };
    const second = neighbourSentence(text, 'en', third, -1);
    expect(at(second)).toBe('Two here.');
    expect(at(second && neighbourSentence(text, 'en', second, -1))).toBe('One here.');
    expect(neighbourSentence(text, 'en', { start: 0, end: 9 }, -1)).toBeNull();
  });
});
