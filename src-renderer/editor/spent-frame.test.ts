import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inFreeFrame, spendFrame } from './spent-frame';

let waiting = new Map<number, () => void>();
const timeline = { currentTime: 0 };

beforeEach(() => {
  waiting = new Map();
  let last = 0;
  vi.stubGlobal('document', { timeline });
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    waiting.set(++last, run);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => waiting.delete(id));
});
afterEach(() => vi.unstubAllGlobals());

/** One frame, with what happens in it before the callbacks. */
function frame(before: () => void = () => {}): void {
  timeline.currentTime += 16;
  before();
  const now = [...waiting.values()];
  waiting.clear();
  for (const run of now) run();
}

test('of two works one runs in a frame, the other in the next', () => {
  const done: string[] = [];
  inFreeFrame(() => done.push('first'));
  inFreeFrame(() => done.push('second'));
  frame();
  expect(done).toEqual(['first']);
  frame();
  expect(done).toEqual(['first', 'second']);
});

test('work waits for a frame that is not spent, but not for ever', () => {
  const done: string[] = [];
  inFreeFrame(() => done.push('waited'));
  for (let count = 0; count < 3; count++) frame(spendFrame);
  expect(done).toEqual([]);
  frame(spendFrame);
  expect(done).toEqual(['waited']);
});

test('work that is cancelled never runs', () => {
  const done: string[] = [];
  const cancel = inFreeFrame(() => done.push('ran'));
  frame(spendFrame);
  cancel();
  frame();
  expect(done).toEqual([]);
});
