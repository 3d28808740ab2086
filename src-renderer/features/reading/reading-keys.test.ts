import { describe, expect, test } from 'vitest';
import { actOf } from './reading-keys';

const press = (
  key: string,
  code: string,
  modifiers: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {},
) => actOf({ key, code, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...modifiers });

describe('keys of the reading room', () => {
  test('1, 2 and 3 mark the passage, on a French keyboard without Shift too', () => {
    expect(press('1', 'Digit1')).toEqual({ act: 'mark', kind: 'claim' });
    expect(press('é', 'Digit2')).toEqual({ act: 'mark', kind: 'source' });
    expect(press('3', 'Numpad3')).toEqual({ act: 'mark', kind: 'event' });
  });

  test('letters work by place where the layout has none', () => {
    expect(press('т', 'KeyN')).toEqual({ act: 'sentence', direction: 1, extend: false });
    expect(press('ㅊ', 'KeyC')).toEqual({ act: 'comment' });
  });

  test('with Control they are someone else’s', () => {
    expect(press('c', 'KeyC', { ctrlKey: true })).toBeNull();
    expect(press('1', 'Digit1', { metaKey: true })).toBeNull();
  });

  test('Alt and an arrow move by sentence, with Shift they extend', () => {
    expect(press('ArrowDown', 'ArrowDown', { altKey: true, shiftKey: true })).toEqual({
      act: 'sentence',
      direction: 1,
      extend: true,
    });
  });
});
