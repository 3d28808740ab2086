import { expect, test } from 'vitest';
import { type CheckFound, checkWords, type Damaged, damagedWords } from './check-words';

const found = (rows: number, ...named: readonly Damaged[]): CheckFound => ({
  rows,
  leftOut: 0,
  wrong: named.length,
  named,
});
const text = (name: string): Damaged => ({ what: 'document', name, of: '' });

test.each([
  ['bodies', found(0), '0 texts checked against their SHA-256', '0 texte comparé à son empreinte SHA-256'],
  ['bodies', found(1), '1 text checked against its SHA-256', '1 texte comparé à son empreinte SHA-256'],
  [
    'bodies',
    found(1200),
    '1,200 texts checked against their SHA-256',
    '1\u202f200 textes comparés à leur empreinte SHA-256',
  ],
  [
    'bodies',
    found(2, text('Pont')),
    '2 texts checked against their SHA-256; 1 is not as it was saved: “Pont”',
    '2 textes comparés à leur empreinte SHA-256\u00a0; 1 n’est pas tel qu’il a été enregistré\u00a0: «\u00a0Pont\u00a0»',
  ],
  [
    'history',
    found(3, { what: 'version', name: '4', of: 'Pont' }, { what: 'version', name: '5', of: 'Pont' }),
    '3 earlier versions checked against their SHA-256; 2 are not as they were saved: version 4 of “Pont”, version 5 of “Pont”',
    '3 versions antérieures comparées à leur empreinte SHA-256\u00a0; 2 ne sont pas telles qu’elles ont été enregistrées\u00a0: version 4 de «\u00a0Pont\u00a0», version 5 de «\u00a0Pont\u00a0»',
  ],
  [
    'references',
    found(0, { what: 'row', name: 'links → annotations', of: '' }),
    '1 leads to nothing: links → annotations',
    '1 ne mène à rien\u00a0: links → annotations',
  ],
  ['structure', found(0), 'The file’s structure is whole', 'La structure du fichier est saine'],
  ['structure', found(0, { what: 'row', name: 'Page 3: bad', of: '' }), 'Page 3: bad', 'Page 3: bad'],
  [
    'index',
    found(0, { what: 'unchecked', name: 'disk image is malformed', of: '' }),
    'Could not be checked: disk image is malformed',
    'Vérification impossible\u00a0: disk image is malformed',
  ],
])('%s in both languages, one and several', (check, what, english, french) => {
  expect(checkWords(check, what, 'en')).toBe(english);
  expect(checkWords(check, what, 'fr')).toBe(french);
});

test('names the first and counts the others, and what could not be proven', () => {
  const many: CheckFound = { rows: 900, leftOut: 2, wrong: 7, named: [text('A'), text('B')] };
  expect(checkWords('anchors', many, 'en')).toBe(
    '900 passages found at their places, 2 orphans left out; 7 do not stand where they should: “A”, “B”, and 5 others',
  );
  expect(checkWords('anchors', { ...many, wrong: 3 }, 'fr')).toContain('et 1 autre');
});

test('a title is put in as it stands, whatever it holds', () => {
  const odd: Damaged = { what: 'annotation', name: "$& $1 {of} '", of: '$`' };
  expect(damagedWords(odd, 'en')).toBe("annotation “$& $1 {of} '” in “$`”");
  expect(damagedWords({ what: 'link', name: '$&', of: '' }, 'fr')).toBe('lien partant de «\u00a0$&\u00a0»');
});
