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
export const frameIsSpent = (): boolean => spentAt !== null && spentAt === document.timeline.currentTime;

/**
 * Runs `work` in the first frame from now on that is not spent, and spends it.
 *
 * @returns What keeps it from running, as long as it has not.
 */
export function inFreeFrame(work: () => void): () => void {
  let frame = 0;
  const turn = (): void => {
    if (frameIsSpent()) {
      frame = requestAnimationFrame(turn);
      return;
    }
    spendFrame();
    work();
  };
  frame = requestAnimationFrame(turn);
  return () => cancelAnimationFrame(frame);
}
