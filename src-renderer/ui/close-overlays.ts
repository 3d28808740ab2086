/** Closing menus, lists and forms that lie over the window, as its person would. */

/** A menu in a menu in a menu. */
const mostLayers = 3;
/** React Aria gives the focus back to where it was in the frame after an overlay went. */
const framesToSettle = 2;

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/**
 * Closes them one after the other by Escape, which each of them understands; resolves when the focus is where it was.
 * Left open over a window that can't be used any more, they would hold the focus and hide from a screen reader what
 * takes its place.
 */
export async function closeOverlays(): Promise<void> {
  for (let layer = 0; layer < mostLayers; layer++) {
    const overlay = [...document.querySelectorAll('.popover')].at(-1);
    if (overlay === undefined) return;
    const held = overlay.contains(document.activeElement)
      ? document.activeElement
      : overlay.querySelector('[tabindex]');
    (held ?? overlay).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    for (let frame = 0; frame < framesToSettle; frame++) await nextFrame();
  }
}
