import { expect, test } from 'vitest';
import { outwardAddress } from './external-address';

test('lets http, https and mailto out, written as they will be opened', () => {
  expect(outwardAddress('HTTPS://Example.ORG/a b?q=é')).toBe('https://example.org/a%20b?q=%C3%A9');
  expect(outwardAddress('http://exämple.org/')).toBe('http://xn--exmple-cua.org/');
  expect(outwardAddress('mailto:a@example.org')).toBe('mailto:a@example.org');
});

test('holds back every other scheme, however it is written', () => {
  for (const address of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'app://postil/',
    'smb://host/share',
    'ms-settings:',
    'vbscript:x',
    '//example.org',
    'example.org',
    '',
  ]) {
    expect(outwardAddress(address)).toBeNull();
  }
});

test('holds back addresses that pretend to be elsewhere, and endless ones', () => {
  expect(outwardAddress('https://lemonde.fr@evil.example/')).toBeNull();
  expect(outwardAddress(`https://example.org/${'a'.repeat(9_000)}`)).toBeNull();
});
