/** Where the window stood: pure arithmetic on rectangles, in device-independent pixels. */
import { z } from 'zod';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

/** Smaller than this the three panes no longer fit. */
export const smallestWindow = { width: 720, height: 480 } as const;
const usualWindow = { width: 1440, height: 900 } as const;

const pixel = z.number().int().min(-100_000).max(100_000);
const extent = z.number().int().min(1).max(100_000);

export const windowStateSchema: z.ZodType<WindowState> = z.object({
  bounds: z.object({ x: pixel, y: pixel, width: extent, height: extent }),
  maximized: z.boolean(),
});

/**
 * The state to open a window in: the remembered one, moved and shrunk into the display it
 * lies on most, or the middle of the first display when it lies on none any more.
 * `workAreas` has the primary display first and is never empty.
 */
export function placeWindow(
  remembered: WindowState | null,
  workAreas: readonly [Rectangle, ...Rectangle[]],
): WindowState {
  const [primary] = workAreas;
  if (remembered === null) return { bounds: centred(usualWindow, primary), maximized: false };
  const { bounds, maximized } = remembered;
  const area = workAreas.reduce((best, next) => (overlap(bounds, next) > overlap(bounds, best) ? next : best), primary);
  if (overlap(bounds, area) === 0) return { bounds: centred(bounds, primary), maximized };
  return { bounds: clamp(bounds, area), maximized };
}

function clamp(bounds: Rectangle, area: Rectangle): Rectangle {
  const { width, height } = fit(bounds, area);
  return {
    x: Math.min(Math.max(bounds.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(bounds.y, area.y), area.y + area.height - height),
    width,
    height,
  };
}

function centred(size: { readonly width: number; readonly height: number }, area: Rectangle): Rectangle {
  const { width, height } = fit(size, area);
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  };
}

/** At least the smallest window, at most the display; a display smaller than that wins. */
function fit(
  size: { readonly width: number; readonly height: number },
  area: Rectangle,
): { width: number; height: number } {
  return {
    width: Math.min(Math.max(size.width, smallestWindow.width), area.width),
    height: Math.min(Math.max(size.height, smallestWindow.height), area.height),
  };
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
