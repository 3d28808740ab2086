import { describe, expect, it } from 'vitest';
import { movedTo } from './row-keys';

describe('movedTo', () => {
  it('stops at both ends', () => {
    expect(movedTo('ArrowUp', 0, 5, 3)).toBe(0);
    expect(movedTo('ArrowDown', 4, 5, 3)).toBe(4);
    expect(movedTo('PageDown', 3, 5, 3)).toBe(4);
  });

  it('reaches the ends at once', () => {
    expect(movedTo('End', 0, 10_000, 8)).toBe(9_999);
    expect(movedTo('Home', 9_999, 10_000, 8)).toBe(0);
  });

  it('moves nowhere in an empty list or for another key', () => {
    expect(movedTo('ArrowDown', 0, 0, 3)).toBeNull();
    expect(movedTo('x', 0, 5, 3)).toBeNull();
  });
});
