import { expect, test } from 'vitest';
import { decodePercent } from './decode-percent';

test.each([
  ['pictures/the%20mill.png', 'pictures/the mill.png'],
  ['%E2%80%99s', '’s'],
  ['100%.png', '100%.png'],
  ['100%%20sure.png', '100% sure.png'],
  ['50% off %C3%A9.png', '50% off é.png'],
  ['latin%E9.png', 'latin%E9.png'],
  ['%zz', '%zz'],
  ['', ''],
])('decodes %j as %j', (written, meant) => {
  expect(decodePercent(written)).toBe(meant);
});
