import { expect, test } from 'vitest';
import { mayLoad } from './may-load';

test('lets the app’s own files through and nothing of the network', () => {
  expect(mayLoad('app://postil/assets/x.js', null)).toBe(true);
  for (const address of [
    'https://example.org/',
    'http://localhost:5173/',
    'http://127.0.0.1/',
    'ws://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'data:text/html,x',
    'blob:app://postil/1',
    'app://postil.evil/x',
    'app://other/x',
    'chrome://gpu',
    '',
  ]) {
    expect(mayLoad(address, null)).toBe(false);
  }
});

test('lets pictures of the archive through by their hash and nothing else of that scheme', () => {
  const hash = 'a'.repeat(64);
  expect(mayLoad(`postil-asset://archive/${hash}`, null)).toBe(true);
  for (const address of [
    `postil-asset://other/${hash}`,
    'postil-asset://archive/../x',
    `postil-asset://archive/${hash}?x`,
  ])
    expect(mayLoad(address, null)).toBe(false);
});

test('lets the development server through in development, by its exact host', () => {
  const server = 'http://localhost:5173';
  expect(mayLoad('http://localhost:5173/@vite/client', server)).toBe(true);
  expect(mayLoad('ws://localhost:5173/', server)).toBe(true);
  expect(mayLoad('http://localhost:9999/', server)).toBe(false);
  expect(mayLoad('http://localhost:5173@evil.example/', server)).toBe(false);
});
