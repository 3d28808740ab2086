import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeWindow, type Rectangle, windowStateSchema } from './window-state';

const laptop: Rectangle = { x: 0, y: 25, width: 1440, height: 875 };
const second: Rectangle = { x: 1440, y: 0, width: 1920, height: 1080 };
const inside = (bounds: Rectangle, area: Rectangle): boolean =>
  bounds.x >= area.x &&
  bounds.y >= area.y &&
  bounds.x + bounds.width <= area.x + area.width &&
  bounds.y + bounds.height <= area.y + area.height;

test('opens in the middle of the first display on the first start', () => {
  const { bounds, maximized } = placeWindow(null, [laptop]);
  expect(maximized).toBe(false);
  expect(inside(bounds, laptop)).toBe(true);
});

test('stands where it stood', () => {
  const bounds = { x: 1500, y: 40, width: 900, height: 700 };
  expect(placeWindow({ bounds, maximized: true }, [laptop, second])).toEqual({ bounds, maximized: true });
});

test('comes back to the first display when its own is gone', () => {
  const bounds = { x: 1500, y: 40, width: 900, height: 700 };
  const placed = placeWindow({ bounds, maximized: false }, [laptop]).bounds;
  expect(inside(placed, laptop)).toBe(true);
  expect(placed).toMatchObject({ width: 900, height: 700 });
});

test('always lies wholly inside one display, whatever was remembered', () => {
  const coordinate = fc.integer({ min: -100_000, max: 100_000 });
  const extent = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(
      fc.record({ x: coordinate, y: coordinate, width: extent, height: extent }),
      fc.boolean(),
      (bounds, maximized) => {
        const placed = placeWindow({ bounds, maximized }, [laptop, second]).bounds;
        expect(inside(placed, laptop) || inside(placed, second)).toBe(true);
      },
    ),
  );
});

test('takes no remembered state that is no state', () => {
  for (const stored of [
    {},
    { bounds: { x: 0, y: 0, width: 0, height: 1 }, maximized: false },
    { bounds: { x: Number.NaN } },
    null,
  ]) {
    expect(windowStateSchema.safeParse(stored).success).toBe(false);
  }
});
