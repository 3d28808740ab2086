import { describe, expect, it } from 'vitest';
import { keyLabel } from './key-label';

describe('keyLabel', () => {
  it.each([
    ['$mod+Shift+p', 'en', false, 'Ctrl Shift P'],
    ['$mod+Shift+p', 'fr', false, 'Ctrl Maj P'],
    ['$mod+Shift+p', 'fr', true, '⌘⇧P'],
    ['Delete', 'fr', false, 'Suppr'],
    ['$mod+Equal', 'en', false, 'Ctrl +'],
    ['F2', 'en', false, 'F2'],
  ] as const)('words %s (%s, mac: %s) as %s', (binding, language, mac, label) => {
    expect(keyLabel(binding, language, mac)).toBe(label);
  });
});
