import { expect, test } from 'vitest';
import { addressKey } from './address-key';

test.each([
  ['https://www.example.org/a/b.html', 'http://www.example.org/a/b.html'],
  ['https://www.example.org/a/b.html', 'https://WWW.example.org:443/a/b.html#comments'],
  ['https://www.example.org/a', 'https://www.example.org/a/'],
  ['https://www.example.org/a', 'https://www.example.org/a?utm_source=x&utm_medium=y&fbclid=z&gclid=1&xtor=RSS-1'],
  ['https://www.example.org/a?id=1&page=2', 'https://www.example.org/a?page=2&utm_campaign=x&id=1'],
  ['https://example.org/é', 'https://example.org/%C3%A9'],
])('%s and %s are one page', (a, b) => {
  expect(addressKey(a)).not.toBe('');
  expect(addressKey(a)).toBe(addressKey(b));
});

test.each([
  ['https://example.org/a', 'https://example.org/b'],
  ['https://example.org/a', 'https://other.org/a'],
  ['https://example.org/?p=1', 'https://example.org/?p=2'],
  ['https://example.org/a', 'https://example.org/A'],
  ['https://example.org/a', 'https://example.org:8080/a'],
  ['https://example.org/a?reference=1', 'https://example.org/a'],
])('%s and %s are two', (a, b) => {
  expect(addressKey(a)).not.toBe(addressKey(b));
});

test.each([
  '',
  'https://example.org',
  'https://example.org/',
  'https://example.org/?utm_source=x#top',
  'mailto:a@b.c',
  'https://',
  'no address',
])('“%s” is no article’s', (address) => {
  expect(addressKey(address)).toBe('');
});
