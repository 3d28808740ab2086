import { describe, expect, it } from 'vitest';
import { canComplete, completed } from './use-completions';

describe('completing a query', () => {
  it.each([
    ['la', true],
    ['bridge la', true],
    ['l', false],
    ['bridge', false],
    ['label:', true],
    ['-label:co', true],
    ['site:"le mo', true],
    ['label:corée ', false],
    ['"la', false],
  ])('of %j: %s', (text, can) => {
    expect(canComplete(text, text.length)).toBe(can);
  });

  it('leaves the caret after a name, ready for its value', () => {
    expect(completed('bridge la', 9, { insert: 'label:' })).toEqual({ text: 'bridge label:', caret: 13 });
  });

  it('ends a value with a space, ready for the next word', () => {
    expect(completed('site:"le mo', 11, { insert: '"Le Monde"' })).toEqual({ text: 'site:"Le Monde" ', caret: 16 });
  });

  it('leaves what stands behind the caret', () => {
    expect(completed('lang:f bridge', 6, { insert: 'fr' })).toEqual({ text: 'lang:fr bridge', caret: 7 });
  });
});
