import { expect, test } from 'vitest';
import { languageOf } from './detect-language';

const english =
  'The representatives of the administration negotiated extensively with international organisations. '.repeat(18);
const dutch =
  'De vertegenwoordigers van de regering waren in Brussel en er was veel overleg op het ministerie. '.repeat(18);

test('what says that it is English is taken at its word when it reads so, however long its words', async () => {
  expect(await languageOf('en-GB', english)).toBe('en');
});

test('a page that says English over another language has the language of its text', async () => {
  expect(await languageOf('en', dutch)).toBe('nl');
});

test('any other language is taken at its word, and none is detected', async () => {
  expect(await languageOf('fr_CA', english)).toBe('fr');
  expect(await languageOf('', english)).toBe('en');
  expect(await languageOf('', 'Halden')).toBe('');
});
