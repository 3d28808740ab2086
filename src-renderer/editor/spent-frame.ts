/**
 * Lets what must come with scrolling, but not at once, fall into different frames: two pieces of such work in one frame
 * are felt as a jerk, one after the other they are not.
 */

let spentAt: CSSNumberish | null = null;

/** Says that this frame has had as much work as it bears. */
export function spendFrame(): void {
  spentAt = document.timeline.currentTime;
}

/** Whether this frame has had its work already. The time of a document's timeline stands still during a frame. */
const frameIsSpent = (): boolean => spentAt !== null && spentAt === document.timeline.currentTime;

/** While a scroll bar is dragged every frame may be spent: what waits has its turn all the same. */
const mostWaited = 3;

/**
 * Runs `work` in the first frame from now on that is not spent, or in the fourth, and spends it.
 *
 * @returns What keeps it from running, as long as it has not.
 */
export function inFreeFrame(work: () => void): () => void {
  let frame = 0;
  let waited = 0;
  const turn = (): void => {
    if (frameIsSpent() && waited < mostWaited) {
      waited++;
      frame = requestAnimationFrame(turn);
      return;
    }
    spendFrame();
    work();
  };
  frame = requestAnimationFrame(turn);
  return () => cancelAnimationFrame(frame);
}
