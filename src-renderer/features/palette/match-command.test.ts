import { describe, expect, it } from 'vitest';
import { matchesCommand } from './match-command';

describe('matchesCommand', () => {
  it('finds a command without its accents, capitals and order', () => {
    expect(matchesCommand('Thème sombre', 'sombre the')).toBe(true);
    expect(matchesCommand('Étiquettes…', 'etiq')).toBe(true);
  });

  it('wants every word', () => {
    expect(matchesCommand('Thème sombre', 'thème clair')).toBe(false);
  });
});
