import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from './safe-file-name';

const name = (title: string): string => safeFileName(title, new Set());

describe('safeFileName', () => {
  it('keeps a title readable', () => {
    expect(name('« Tous les feux sont au vert » – Corée du Nord')).toBe(
      '« Tous les feux sont au vert » – Corée du Nord',
    );
    expect(name('북러 정상회담 🕊️')).toBe('북러 정상회담 🕊️'.normalize('NFC').replace(/\p{Cf}/gu, ''));
  });

  it.each([
    ['CON', '_CON'],
    ['con.tar', '_con.tar'],
    ['COM¹', '_COM¹'],
    ['LPT0', '_LPT0'],
    ['Concorde', 'Concorde'],
    ['a/b\\c:d|e?f*g"h<i>j#k^l%m[n]o', 'a b c d e f g h i j k l m n o'],
    ['../../etc/passwd', 'etc passwd'],
    ['trailing. . .', 'trailing'],
    ['.hidden', 'hidden'],
    ['-rf', 'rf'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['line\nbreak\u0000', 'line break'],
    ['', 'untitled'],
    ['...', 'untitled'],
    ['\u200b\ufeff', 'untitled'],
  ])('%j becomes %j', (title, expected) => {
    expect(name(title)).toBe(expected);
  });

  it('is different from every name taken, whatever the case or the normal form', () => {
    const taken = new Set<string>();
    expect(safeFileName('Été', taken)).toBe('Été');
    expect(safeFileName('ÉTÉ', taken)).toBe('ÉTÉ (2)');
    expect(safeFileName('été'.normalize('NFD'), taken)).toBe('été (3)');
    expect(safeFileName('Été (2)', taken)).toBe('Été (2) (2)');
  });

  it('cuts between whole characters and keeps room for the number', () => {
    const taken = new Set<string>();
    const names = [1, 2, 3].map(() => safeFileName('👩‍👩‍👧‍👦'.repeat(60), taken));
    for (const made of names) {
      expect(Buffer.byteLength(made)).toBeLessThanOrEqual(200);
      expect(made.isWellFormed()).toBe(true);
    }
    expect(new Set(names).size).toBe(3);
    expect(Buffer.byteLength(name('한'.repeat(300)))).toBeLessThanOrEqual(200);
    expect(Buffer.byteLength(name(`a${'\u0301'.repeat(5000)}`))).toBeLessThanOrEqual(200);
  });

  it('holds its promises for any titles', () => {
    const titles = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.constantFrom('nul', 'A', 'a'),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(titles, (list) => {
        const taken = new Set<string>();
        const names = list.map((title) => safeFileName(title, taken));
        for (const made of names) {
          expect([...made].length).toBeLessThanOrEqual(80);
          expect(Buffer.byteLength(made)).toBeLessThanOrEqual(200);
          expect(made).toMatch(/^[^<>:"/\\|?*#^%[\]\p{Cc}\p{Cf}]+$/u);
          expect(made).not.toMatch(/^[\s.]|[\s.]$/u);
          expect(made).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        }
        expect(new Set(names.map((made) => made.normalize('NFC').toLowerCase())).size).toBe(names.length);
      }),
    );
  });
});
