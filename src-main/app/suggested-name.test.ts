import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeSuggestion } from './suggested-name';

test('keeps a title readable and adds its ending once', () => {
  expect(safeSuggestion('La Corée du Nord', 'md')).toBe('La Corée du Nord.md');
  expect(safeSuggestion('archive.zip', 'zip')).toBe('archive.zip');
  expect(safeSuggestion('', 'zip')).toBe('Postil.zip');
});

test('never names a folder, whatever a window proposes', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const safe = safeSuggestion(name, 'md');
      expect(basename(safe)).toBe(safe);
      expect(safe).not.toMatch(/[\\/:]|^\./);
      expect(safe.length).toBeLessThan(128);
    }),
  );
  expect(safeSuggestion('../../.bashrc', '')).not.toContain('/');
});
