import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { normaliseText } from '../text/canonical-text';
import { textHash } from '../text/text-hash';
import { describe } from './describe';
import { createResolver, type Resolution, resolve } from './resolve';

/** Characters that offsets and words trip over. */
const character = fc.constantFrom(
  ...['a', 'É', 'e\u0301', '😀', '👩‍👩‍👧', '🇫🇷', 'שלום', 'مرحبا', '\u200f', '다리', '\u1112\u1161\u11ab', '\u0000'],
  ...['\r\n', '\r', '\n', ' ', '\u00a0', '’', '«', '6 000', '\ud800', 'le pont', 'le pont', '.'],
);
const canonicalText = fc
  .array(character, { minLength: 1, maxLength: 40 })
  .map((parts) => normaliseText(parts.join('')));

const before = [
  'Le pont de Vélin a rouvert fin octobre, après quinze mois de travaux menés par le groupe Halden.',
  'Selon les décomptes officieux, quasiment 600 militaires ont perdu la vie dans la région de Koursk. Le ministre Anton Brevik se tait.',
  'La circulation a repris dans le nord de la ville, indique la préfecture. Aucun blessé n’est à déplorer, selon les autorités.',
  'Les habitants réclament la publication intégrale du rapport avant la fin de la semaine prochaine.',
].join('\n');

/** Resolves a quote of `before` in `after`, with the earlier text known unless told otherwise. */
function find(quote: string, after: string, known = true): string | Extract<Resolution, { found: false }>['reason'] {
  const start = before.indexOf(quote);
  const selector = describe(before, start, start + quote.length);
  const earlier = known ? { text: before, hash: selector.textHash } : undefined;
  const found = resolve(after, selector, textHash(after), earlier);
  return found.found ? after.slice(found.start, found.end) : found.reason;
}

group('describe, then resolve', () => {
  it('comes back to the same place in the same text, whatever is in it', () => {
    fc.assert(
      fc.property(canonicalText, fc.nat(), fc.nat(), (text, a, b) => {
        fc.pre(text.length > 0);
        const start = Math.min(a % text.length, b % text.length);
        const selector = describe(text, start, Math.max(a % text.length, b % text.length) + 1);
        const place = { found: true, start: selector.start, end: selector.end, changed: false };
        expect(resolve(text, selector, textHash(text))).toEqual(place);
        expect(selector.exact.isWellFormed()).toBe(true);
      }),
    );
  });

  it('finds only what reads the same, or nothing, when text is put before and after', () => {
    fc.assert(
      fc.property(canonicalText, canonicalText, canonicalText, fc.nat(), fc.nat(), (text, head, tail, a, b) => {
        fc.pre(text.length > 0);
        const start = Math.min(a % text.length, b % text.length);
        const selector = describe(text, start, Math.max(a % text.length, b % text.length) + 1);
        const after = `${head}\n${text}\n${tail}`;
        for (const earlier of [undefined, { text, hash: selector.textHash }]) {
          const found = resolve(after, selector, textHash(after), earlier);
          if (found.found && !found.changed) expect(after.slice(found.start, found.end)).toBe(selector.exact);
        }
      }),
    );
  });

  it('resolves many passages as it resolves each', () => {
    const after = `Un début.\n${before.replace('fin octobre', 'fin novembre')}`;
    const earlier = { text: before, hash: textHash(before) };
    const resolver = createResolver(after, textHash(after), earlier);
    for (let start = 0; start + 50 < before.length; start += 17) {
      const selector = describe(before, start, start + 50);
      expect(resolver.resolve(selector)).toEqual(resolve(after, selector, textHash(after), earlier));
    }
  });
});

group('a passage typeset anew', () => {
  it('is found through other quotes, blanks, case and dashes, and said to have changed', () => {
    const after = before.replaceAll('’', "'").replaceAll(' ', '\u00a0').toUpperCase();
    const start = before.indexOf('Aucun blessé n’est');
    const selector = describe(before, start, start + 'Aucun blessé n’est à déplorer'.length);
    const found = resolve(after, selector, textHash(after), { text: before, hash: selector.textHash });
    expect(found).toMatchObject({ found: true, changed: true });
    expect(found.found && after.slice(found.start, found.end)).toBe(
      "AUCUN\u00a0BLESSÉ\u00a0N'EST\u00a0À\u00a0DÉPLORER",
    );
  });

  it('keeps the punctuation it had at its ends', () => {
    const quote = '« Nous partons », dit-elle.';
    const text = `Avant tout cela, il y eut un long silence. ${quote} Puis la porte du bureau se referma sur eux.`;
    const start = text.indexOf(quote);
    const selector = describe(text, start, start + quote.length);
    const after = `Tout d’abord : ${text.replace('« Nous partons »', '"Nous partons"')}`;
    const found = resolve(after, selector, textHash(after));
    expect(found.found && after.slice(found.start, found.end)).toBe('"Nous partons", dit-elle.');
  });
});

group('a passage whose words changed', () => {
  it.each([
    ['a typo', 'quasiment 600 militaires ont perdu la vie', 'militaires', 'militiares'],
    ['another common word', 'Les habitants réclament la publication intégrale', 'réclament', 'exigent'],
    ['a word put in', 'réclament la publication intégrale du rapport', 'intégrale', 'intégrale et rapide'],
  ])('is followed through %s between its own neighbours', (_, quote, from, to) => {
    expect(find(quote, before.replace(from, to))).toBe(quote.replace(from, to));
    expect(find(quote, before.replace(from, to), false)).toBe('missing');
  });

  it.each([
    ['a number', 'quasiment 600 militaires ont perdu la vie', '600', '700'],
    ['a number ten times as large', 'quasiment 600 militaires ont perdu la vie', '600', '6 000'],
    ['a negation', 'militaires ont perdu la vie dans la région', 'ont perdu', 'n’ont pas perdu'],
    ['a name', 'Le ministre Anton Brevik se tait.', 'Brevik', 'Breton'],
    ['a month', 'Le pont de Vélin a rouvert fin octobre', 'octobre', 'novembre'],
    ['its opposite', 'avant la fin de la semaine prochaine', 'avant', 'après'],
    ['a question', 'Le ministre Anton Brevik se tait.', 'se tait', 'se tait-il ?'],
  ])('is orphaned when %s differs', (_, quote, from, to) => {
    expect(find(quote, before.replace(from, to))).toBe('missing');
  });

  it('is orphaned when a number at its edge grows', () => {
    expect(find('Selon les décomptes officieux, quasiment 600', before.replace('600', '600 000'))).toBe('missing');
  });
});

group('a passage and its look-alikes', () => {
  const north = 'La circulation a repris dans le nord de la ville, indique la préfecture.';
  const south = north.replace('nord', 'sud');

  it('is orphaned when it is deleted and a look-alike stands elsewhere', () => {
    expect(find(north, `${before.replace(north, '')}\n${south}`)).toBe('missing');
  });

  it('is followed when its sentence moves', () => {
    expect(find(north, `${north}\n${before.replace(north, '')}`)).toBe(north);
  });

  it('is orphaned when it was there twice and one is gone', () => {
    const twice = `${before}\n${before.split('\n')[2]}`;
    const selector = describe(twice, twice.indexOf(north), twice.indexOf(north) + north.length);
    const once = twice.replace(`${before.split('\n')[2]}\n`, '');
    const earlier = { text: twice, hash: selector.textHash };
    expect(resolve(once, selector, textHash(once), earlier)).toEqual({ found: false, reason: 'ambiguous' });
  });

  it('is orphaned when its paragraph is doubled', () => {
    const paragraph = before.split('\n')[2] ?? '';
    expect(find(north, before.replace(paragraph, `${paragraph}\n${paragraph}`))).toBe('ambiguous');
  });

  it('is not found again in another article that uses the same turn of phrase', () => {
    const other = Array.from({ length: 30 }, (_, day) => `Le marché du jour ${day} fut calme et sans surprise.`).join(
      '\n',
    );
    expect(
      find(
        'Aucun blessé n’est à déplorer, selon les autorités.',
        `${other}\nAucun blessé n’est à déplorer, selon les autorités.`,
      ),
    ).toBe('missing');
  });
});

group('a passage of which only the selector is known', () => {
  const quote = 'Aucun blessé n’est à déplorer';
  const [first = '', second = '', third = '', fourth = ''] = before.split('\n');
  const alone = (...paragraphs: readonly string[]): string => find(quote, paragraphs.join('\n'), false);

  it('is found a little further on, between all its neighbours', () => {
    expect(alone(`Mis à jour. ${first}`, second, third, fourth)).toBe(quote);
    expect(alone(first, second, third.replaceAll('’', "'"), fourth)).toBe(quote.replaceAll('’', "'"));
  });

  it('is not followed when a neighbour changed, nor to a far place, nor when it stands twice', () => {
    expect(alone(first, second, third.replace('indique', 'précise'), fourth)).toBe('missing');
    expect(alone(first, 'Un encadré est paru depuis. '.repeat(12), second, third, fourth)).toBe('ambiguous');
    expect(alone(first, second, third, fourth, second, third, fourth)).toBe('ambiguous');
  });
});
