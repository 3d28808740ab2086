import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuote, keepOwnWords, quoteDifference, reword, takeSourceWords } from './check-quote';
import { quotesFaithfully, quotesPartOf } from './match-quotation';

const source = 'Le pont est sûr, il est ouvert, et il le restera';

describe('a quotation', () => {
  it.each([
    ['word for word', source],
    ['in quotation marks', `« ${source} »`],
    ['with no-break spaces and a final stop', 'Le pont\u00a0est sûr, il est ouvert, et\u202fil le restera.'],
    ['over two lines', source.replace('ouvert, ', 'ouvert,\n')],
    ['in decomposed letters', source.normalize('NFD')],
    ['shortened in the middle', 'Le pont est sûr […] et il le restera'],
    ['shortened with dots', 'Le pont est sûr, [...] et il le restera'],
    ['shortened at both ends', '[…] il est ouvert […]'],
    ['shortened twice', 'Le pont […] est ouvert […] restera'],
    ['with words added in brackets', 'Le pont [de Vélin] est sûr, il est ouvert, et il le restera'],
    ['with words replaced in brackets', 'Le pont est sûr, [cet ouvrage] est ouvert, et il le restera'],
    ['with a letter in brackets', '[l]e pont est sûr, il est ouvert, et il le restera'],
    ['ending in brackets', 'Le pont est sûr, il est ouvert, et il [restera ainsi]'],
    ['shortened and with brackets', '[L’ouvrage] est sûr […] il le restera'],
  ])('%s says what its source says', (_how, text) => {
    expect(quotesFaithfully(text, source)).toBe(true);
  });

  it.each([
    ['another word', 'Le pont est fermé, il est ouvert, et il le restera'],
    ['a negation added', 'Le pont n’est pas sûr, il est ouvert, et il le restera'],
    ['a word left out without a sign', 'Le pont est sûr, il est ouvert, et il restera'],
    ['another case', 'LE PONT est sûr, il est ouvert, et il le restera'],
    ['another accent', 'Le pont est sur, il est ouvert, et il le restera'],
    ['words in another order', 'Il est ouvert […] le pont est sûr'],
    ['half a word cut', 'Le pont est sûr, il est ouv[…] restera'],
    ['brackets in place of half the sentence', 'Le pont [menace ruine] et il le restera'],
    ['nothing but a cut before a foreign end', '[…] et il rouvrira'],
    ['nothing', ''],
  ])('with %s does not', (_what, text) => {
    expect(quotesFaithfully(text, source)).toBe(false);
    expect(quotesPartOf(text, source)).toBe(false);
  });

  it.each([
    ['Russian', 'Мост открыт, и он безопасен', '[…] он безопасен', 'Мост открыт, но он безопасен'],
    ['Korean', '다리는 안전하고 다시 열렸다', '다리는 […] 열렸다', '다리는 위험하고 다시 열렸다'],
    ['Chinese', '大桥是安全的,已经重新开放', '大桥[…]重新开放', '大桥是危险的,已经重新开放'],
    ['Hebrew', 'הגשר בטוח והוא פתוח', 'הגשר […] פתוח', 'הגשר מסוכן והוא פתוח'],
  ])('is judged alike in %s', (_language, words, shortened, altered) => {
    expect(quotesFaithfully(shortened, words)).toBe(true);
    expect(quotesFaithfully(altered, words)).toBe(false);
  });

  it('stands when the source has brackets and dots of its own', () => {
    const bracketed = 'He said [sic] it was fine … and [as the whole of the House well knew] left';
    expect(quotesFaithfully(bracketed, bracketed)).toBe(true);
    expect(quotesFaithfully('He […] it was fine ... and [as the whole of the House well knew] left', bracketed)).toBe(
      true,
    );
  });

  it('is judged to the end however often it is cut', () => {
    const long = 'a b '.repeat(20_000);
    const cut = `${'a […] '.repeat(200)}c`;
    expect(quotesFaithfully(cut, long)).toBe(false);
  });
});

describe('the check', () => {
  const changed = source.replace('sûr', 'stable');

  it.each([
    ['an untouched quotation is the same', { text: source }, source, { is: 'same' }],
    ['a source that changed is told', { text: source }, changed, { is: 'differs', cause: 'source-changed' }],
    [
      'a source that grew is told',
      { text: source },
      `Il est faux que ${source}`,
      { is: 'differs', cause: 'source-changed' },
    ],
    [
      'an altered quotation is told',
      { text: source.replace('restera', 'sera'), source },
      source,
      { is: 'differs', cause: 'altered' },
    ],
    ['both are told', { text: source.replace('restera', 'sera'), source }, changed, { is: 'differs', cause: 'both' }],
    ['an end left off is no difference', { text: 'Le pont est sûr', source }, source, { is: 'shortened' }],
    [
      'an end left off is one once the source changed',
      { text: 'il est ouvert', source },
      changed,
      { is: 'differs', cause: 'source-changed' },
    ],
    ['what is kept is kept', { text: 'Le pont tient', source, kept: true }, source, { is: 'kept' }],
    [
      'what is kept is told again when the source changes',
      { text: 'Le pont tient', source, kept: true },
      changed,
      { is: 'differs', cause: 'source-changed' },
    ],
    [
      'a marked cut outlives a change elsewhere',
      { text: '[…] il est ouvert […]', source },
      changed,
      { is: 'shortened' },
    ],
  ] as const)('%s', (_claim, quoted, now, expected) => {
    expect(checkQuote(quoted, now)).toEqual(expected);
  });

  const words = fc.array(fc.constantFrom<string>('a', 'b', 'été', 'мост', '다리', 'l’eau', '2025'), {
    minLength: 3,
    maxLength: 12,
  });

  it('never flags whole words left out in brackets', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (all, a, b) => {
        const from = a % all.length;
        const to = from + 1 + (b % (all.length - from));
        const cut = [...all.slice(0, from), '[…]', ...all.slice(to)];
        fc.pre(cut.length > 1);
        expect(quotesFaithfully(cut.join(' '), all.join(' '))).toBe(true);
      }),
    );
  });

  it('always flags a word that is not the source’s', () => {
    fc.assert(
      fc.property(words, fc.nat(), (all, at) => {
        const altered = all.with(at % all.length, 'foreign').join(' ');
        expect(checkQuote({ text: altered, source: all.join(' ') }, all.join(' ')).is).toBe('differs');
      }),
    );
  });

  it('is settled by either act', () => {
    fc.assert(
      fc.property(words, words, (mine, theirs) => {
        const [text, now] = [mine.join(' '), theirs.join(' ')];
        expect(checkQuote(takeSourceWords(now), now).is).toBe('same');
        expect(checkQuote(keepOwnWords({ text }, now), now).is).not.toBe('differs');
      }),
    );
  });
});

describe('rewording', () => {
  it('remembers the source’s words through several edits', () => {
    expect(reword(reword({ text: 'a b c' }, 'a b'), 'a')).toEqual({ text: 'a', source: 'a b c' });
  });

  it('forgets them when they are the quotation’s again, and no longer keeps what was kept', () => {
    expect(reword({ text: 'a', source: 'a b', kept: true }, 'a b')).toEqual({ text: 'a b' });
  });
});

describe('the difference', () => {
  it('shows what taking the source’s words would change', () => {
    expect(quoteDifference('the bridge is safe', 'the bridge is closed')).toEqual([
      { is: 'same', text: 'the bridge is ' },
      { is: 'removed', text: 'safe' },
      { is: 'added', text: 'closed' },
    ]);
  });

  it('leaves print out of account', () => {
    const parts = quoteDifference('"l\'eau" monte', '«\u202fl’eau\u202f» baisse', 'fr');
    expect(parts.filter(({ is }) => is !== 'same').map(({ text }) => text.trim())).toEqual(['monte', 'baisse']);
  });
});
