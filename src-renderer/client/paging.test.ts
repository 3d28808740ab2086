import { describe, expect, it } from 'vitest';
import { pageSize, pagesBetween } from './paging';

describe('pagesBetween', () => {
  it('gives one page while the rows in sight lie in it', () => {
    expect(pagesBetween(0, pageSize - 1)).toEqual([0]);
  });

  it('gives both pages when the rows in sight cross a border', () => {
    expect(pagesBetween(pageSize - 1, pageSize)).toEqual([0, 1]);
  });

  it('reads the pages around a far jump only', () => {
    expect(pagesBetween(pageSize * 40, pageSize * 40 + 10)).toEqual([40]);
  });

  it('takes a row before the first for the first', () => {
    expect(pagesBetween(-1, 3)).toEqual([0]);
  });
});
