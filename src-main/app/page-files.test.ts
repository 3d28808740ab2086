import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentTypeOf, fileOf } from './page-files';

const folder = join('/opt', 'postil', 'renderer');

test('serves the page and the files beside it', () => {
  expect(fileOf('app://postil/', folder)).toBe(join(folder, 'index.html'));
  expect(fileOf('app://postil/assets/main-1.js?v=1#x', folder)).toBe(join(folder, 'assets', 'main-1.js'));
  expect(contentTypeOf(join(folder, 'assets', 'main-1.js'))).toBe('text/javascript; charset=utf-8');
});

test('serves nothing outside its folder, however it is asked', () => {
  for (const path of [
    '../secret',
    '%2e%2e/secret',
    '..%2fsecret',
    '..%5csecret',
    'a\\..\\..\\secret',
    '%00',
    '%E0%A4%A',
    '....//',
  ]) {
    const file = fileOf(`app://postil/${path}`, folder);
    expect(file === null || file.startsWith(`${folder}/`)).toBe(true);
  }
  expect(fileOf('app://other/index.html', folder)).toBeNull();
  expect(fileOf('app://postil.evil/index.html', folder)).toBeNull();
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('.', '/', '\\', '%', '2', 'e', 'f', 'a', ':') }), (path) => {
      const address = `app://postil/${path}`;
      const file = URL.canParse(address) ? fileOf(address, folder) : null;
      expect(file === null || join(file).startsWith(`${folder}/`)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('gives no type to what no page of ours is made of', () => {
  expect(contentTypeOf('/x/archive.postil')).toBeNull();
  expect(contentTypeOf('/x/toString')).toBeNull();
});
