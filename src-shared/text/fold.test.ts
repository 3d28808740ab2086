import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithOffsets } from './fold';

describe('fold', () => {
  it.each([
    ['Corée', 'coree'],
    ['L’Entente', "l'entente"],
    ['ŒUVRE', 'oeuvre'],
    ['Straße', 'strasse'],
    ['Ёлка', 'елка'],
    ['Йод', 'йод'],
    ['«oui»', '"oui"'],
    ['Łódź', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['Ελλάδα', 'ελλαδα'],
    ['한국어', '한국어'],
    ['日本', '日本'],
    ['ﬁn', 'fin'],
    ['12\u202f000', '12 000'],
    ['ÇA, où, naïve, Noël', 'ca, ou, naive, noel'],
    ['Größe, Äpfel, ẞ', 'grosse, apfel, ss'],
    ['¿Año, pingüino?', '¿ano, pinguino?'],
    ['Iğdır, ışık, ŞİŞLİ', 'igdir, isik, sisli'],
    ['ﬀ, Ⅳ, ½, ①', 'ff, iv, 1⁄2, 1'],
    ['“a” „b“ ‘c’ – — ‑', '"a" "b" \'c\' - - -'],
    ['Подъём, ЙОД, ў', 'подъем, йод, у'],
    ['Άνθρωπος, ΣΟΦΙΑΣ', 'ανθρωποσ, σοφιασ'],
    ['מִלְחָמָה', 'מלחמה'],
    ['مُحَمَّد, أحمد, الى, ـــ, مدرسة', 'محمد, احمد, الي, , مدرسه'],
    ['٢٠٢٥ ۲۰۲۵', '2025 2025'],
    ['ｱｲ ＡＢＣ', 'アイ abc'],
  ])('brings %s to %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('makes composed and decomposed accents meet', () => {
    expect(fold('Core\u0301e')).toBe(fold('Corée'));
    expect(fold('\u0438\u0306')).toBe('й');
  });

  it('keeps the syllables inside enclosed Hangul whole', () => {
    expect(fold('㉮ ㈏ ㈝')).toBe('가 (나) (오전)');
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('foldWithOffsets', () => {
  it('folds as fold does, and leads every unit back to its character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (source) => {
        const text = source.normalize('NFC');
        const { folded, offsets } = foldWithOffsets(text);
        expect(folded).toBe(fold(text));
        expect(offsets).toHaveLength(folded.length + 1);
        expect(offsets[folded.length]).toBe(text.length);
        for (let index = 1; index < offsets.length; index++)
          expect(offsets[index]).toBeGreaterThanOrEqual(offsets[index - 1] ?? 0);
      }),
    );
  });

  it('finds a hit in the text as it stands', () => {
    const text = 'Voir l’Œuvre, ici';
    const { folded, offsets } = foldWithOffsets(text);
    const place = folded.indexOf('oeuvre');
    expect(text.slice(offsets[place], offsets[place + 'oeuvre'.length])).toBe('Œuvre');
  });
});
