import { sha256Hex } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { assetAddress, assetOf } from './asset-address';

const hash = sha256Hex('0123456789abcdef'.repeat(4));

test('an address of a picture names it', () => {
  expect(assetOf(assetAddress(hash))).toBe(hash);
});

test.each([
  '',
  hash,
  `https://archive/${hash}`,
  `postil-asset://elsewhere/${hash}`,
  `postil-asset://archive:80/${hash}`,
  `postil-asset://me@archive/${hash}`,
  `postil-asset://archive/${hash}/`,
  `postil-asset://archive/../${hash}`,
  `postil-asset://archive//${hash}`,
  `postil-asset://archive/${hash}?x=1`,
  `postil-asset://archive/${hash}#x`,
  `postil-asset://archive/${hash.toUpperCase()}`,
  `postil-asset://archive/${hash.slice(1)}`,
  `postil-asset://archive/${hash}0`,
  `postil-asset://archive/${hash}\n`,
  `postil-asset://archive/%2e%2e/${hash}`,
  'postil-asset://archive/../../etc/passwd',
])('%j names none', (address) => {
  expect(assetOf(address)).toBeNull();
});
