import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textHash } from './text-hash';

/** FNV-1a 64 over UTF-16 code units, in BigInt: slow and plain. */
function plainHash(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++)
    hash = ((hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
}

describe('textHash', () => {
  it('gives the published values of FNV-1a', () => {
    expect(textHash('')).toBe('cbf29ce484222325');
    expect(textHash('a')).toBe('af63dc4c8601ec8c');
    expect(textHash('foobar')).toBe('85944171f73967e8');
  });

  it('equals the plain computation on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(textHash(text)).toBe(plainHash(text));
      }),
    );
  });
});
