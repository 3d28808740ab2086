import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberExport, rememberedExport } from './remembered-export';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('what was chosen for an export', () => {
  it('is there the next time, option by option', () => {
    rememberExport('csv', { csv: { columns: ['kind', 'passage'] }, pdf: { paper: ['Letter'] } });
    expect(rememberedExport()).toEqual({
      format: 'csv',
      values: { csv: { columns: ['kind', 'passage'] }, pdf: { paper: ['Letter'] } },
    });
  });

  it('is nothing where what is kept is of another kind', () => {
    for (const odd of ['', '{', '[]', '{"format":3}', '{"format":"csv","values":{"csv":{"columns":"kind"}}}']) {
      kept.set('postil.export', odd);
      expect(rememberedExport()).toEqual({ format: '', values: {} });
    }
  });
});
