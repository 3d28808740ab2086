import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { formatsPage } from './formats-page';

it('docs/formats.md is what the registries say (npm run -s postil -- formats --as markdown > docs/formats.md)', () => {
  const page = fileURLToPath(new URL('../../docs/formats.md', import.meta.url));
  expect(readFileSync(page, 'utf8')).toBe(formatsPage());
});
