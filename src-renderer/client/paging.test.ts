import { describe, expect, it } from 'vitest';
import { pagesBetween } from './paging';

const pageSize = 50;

describe('pagesBetween', () => {
  it('gives one page while the rows in sight lie in it', () => {
    expect(pagesBetween(0, pageSize - 1, pageSize)).toEqual([0]);
  });

  it('gives both pages when the rows in sight cross a border', () => {
    expect(pagesBetween(pageSize - 1, pageSize, pageSize)).toEqual([0, 1]);
  });

  it('reads the pages around a far jump only', () => {
    expect(pagesBetween(pageSize * 40, pageSize * 40 + 10, pageSize)).toEqual([40]);
  });

  it('takes a row before the first for the first', () => {
    expect(pagesBetween(-1, 3, pageSize)).toEqual([0]);
  });
});
