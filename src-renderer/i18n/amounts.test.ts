import { expect, test } from 'vitest';
import { formatSize } from './amounts';

const plain = (words: string): string => words.replace(/\s/g, ' ');

test('says sizes in the largest unit that leaves a whole number, as each language writes it', () => {
  expect([0, 999, 1_000, 4_234_567, 123_456_789, 5_000_000_000].map((bytes) => plain(formatSize(bytes, 'en')))).toEqual(
    ['0 bytes', '999 bytes', '1 kB', '4.2 MB', '123 MB', '5 GB'],
  );
  expect(plain(formatSize(4_234_567, 'fr'))).toBe('4,2 Mo');
});
