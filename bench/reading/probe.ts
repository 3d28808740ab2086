/**
 * Measures inside a contestant's page; the same code in each. Put in through the debugger, so the
 * app's policy stays as it is. Reads the page and never changes it, but for the selection.
 */

export interface Opened {
  /** From the click to the frame that shows text, ms. */
  readonly paintMs: number;
  /** From the click until text and marks are shown and no task of 50 ms or more follows, ms. */
  readonly interactiveMs: number;
}

export interface Scrolled {
  readonly longestFrameMs: number;
  /** Frames of more than 16.7 ms. */
  readonly dropped: number;
  readonly frames: number;
}

export interface Probe {
  /** Waits for the next click and follows what it opens; `open` has the outcome. */
  armOpen(textSelector: string, marksExpected: boolean): void;
  opened(): Promise<Opened>;
  /** Settles once no long task ran for a while. */
  quiet(ms: number): Promise<void>;
  scrollTo(textSelector: string, share: number): void;
  scrollPages(textSelector: string, pages: number): Promise<Scrolled>;
  /** Selects some words of a paragraph that is seen; `turn` chooses which. */
  selectWords(textSelector: string, turn: number): void;
  /** Times from the next press of `1` to the frame in which one more passage is marked. */
  armAdd(): void;
  added(): Promise<number>;
  /** Puts the caret into the middle of a paragraph that is seen. */
  caretIn(textSelector: string): void;
  /** Times each key of text typed from now on, up to the end of its next frame. */
  armKeys(): void;
  keys(): readonly number[];
  /** Text of the paragraph the caret is in. */
  textAtCaret(): string;
}

declare global {
  interface Window {
    benchProbe: Probe;
  }
}

/** The end of the next frame: a frame's callbacks come before its paint, messages after. */
const nextFrame = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(null);
    });
  });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let lastLongTaskEnd = 0;
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries())
    lastLongTaskEnd = Math.max(lastLongTaskEnd, startTime + duration);
}).observe({ type: 'longtask' });

const markElements = document.getElementsByTagName('mark');
const decorations = document.getElementsByClassName('passage');
/** How many ranges and elements mark passages now. */
function marksShown(): number {
  let count = markElements.length + decorations.length;
  for (const highlight of CSS.highlights.values()) count += highlight.size;
  return count;
}

async function quiet(ms: number): Promise<void> {
  const from = performance.now();
  while (performance.now() - Math.max(lastLongTaskEnd, from) < ms) await pause(20);
}

function found<T extends Element>(selector: string, type: new () => T): T {
  const element = document.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`nothing matches ${selector}`);
  return element;
}

/** The element that scrolls a text. */
function scrollerOf(textSelector: string): HTMLElement {
  for (let element = found(textSelector, HTMLElement); element.parentElement; element = element.parentElement) {
    const { overflowY } = getComputedStyle(element);
    if (overflowY === 'auto' || overflowY === 'scroll') return element;
  }
  throw new Error(`nothing scrolls ${textSelector}`);
}

/** The first paragraph that begins well inside what is seen. */
function paragraphInView(textSelector: string, turn = 0): HTMLElement {
  const { top, bottom } = scrollerOf(textSelector).getBoundingClientRect();
  const seen = [...found(textSelector, HTMLElement).children].filter((child) => {
    const rect = child.getBoundingClientRect();
    return rect.top > top + 60 && rect.top < bottom - 120;
  });
  const chosen = seen[turn % Math.max(1, seen.length)];
  if (!(chosen instanceof HTMLElement)) throw new Error('no paragraph is in view');
  return chosen;
}

function pointAt(paragraph: HTMLElement, offset: number): readonly [Text, number] {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    if (left <= node.length) return [node, left];
    left -= node.length;
  }
  throw new Error('the paragraph is shorter than that');
}

let opening: Promise<Opened> | undefined;
let adding: Promise<number> | undefined;
let keyTimes: number[] = [];

async function followOpening(start: number, textSelector: string, marksExpected: boolean): Promise<Opened> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (document.querySelector(`${textSelector} > p`)?.textContent === undefined) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
  });
  const paintMs = (await nextFrame()) - start;
  while (marksExpected && marksShown() === 0) await pause(5);
  const marked = await nextFrame();
  await quiet(1500);
  return { paintMs, interactiveMs: Math.max(marked, lastLongTaskEnd) - start };
}

window.benchProbe = {
  quiet,
  armOpen: (textSelector, marksExpected) => {
    opening = new Promise((resolve, reject) => {
      window.addEventListener(
        'click',
        (event) => followOpening(event.timeStamp, textSelector, marksExpected).then(resolve, reject),
        { capture: true, once: true },
      );
    });
  },
  opened: () => opening ?? Promise.reject(new Error('nothing was opened')),
  scrollTo: (textSelector, share) => {
    const scroller = scrollerOf(textSelector);
    scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
  },
  scrollPages: async (textSelector, pages) => {
    const scroller = scrollerOf(textSelector);
    const steps = 12;
    const times: number[] = [];
    let before = await nextFrame();
    for (let step = 0; step < pages * steps; step++) {
      scroller.scrollTop += scroller.clientHeight / steps;
      const now = await nextFrame();
      times.push(now - before);
      before = now;
    }
    return {
      longestFrameMs: Math.max(...times),
      dropped: times.filter((time) => time > 16.7).length,
      frames: times.length,
    };
  },
  selectWords: (textSelector, turn) => {
    const paragraph = paragraphInView(textSelector, turn);
    const words = [...(paragraph.textContent ?? '').matchAll(/\S+/g)];
    const from = words[(3 + turn * 5) % (words.length - 3)];
    const to = words[((3 + turn * 5) % (words.length - 3)) + 2];
    if (from === undefined || to === undefined) throw new Error('the paragraph is too short');
    const [startNode, start] = pointAt(paragraph, from.index + 1);
    const [endNode, end] = pointAt(paragraph, to.index + to[0].length);
    found(textSelector, HTMLElement).focus({ preventScroll: true });
    document.getSelection()?.setBaseAndExtent(startNode, start, endNode, end);
  },
  armAdd: () => {
    const before = marksShown();
    adding = new Promise((resolve) => {
      window.addEventListener(
        'keydown',
        async ({ timeStamp }) => {
          let now = await nextFrame();
          while (marksShown() <= before) now = await nextFrame();
          resolve(now - timeStamp);
        },
        { capture: true, once: true },
      );
    });
  },
  added: () => adding ?? Promise.reject(new Error('nothing was added')),
  caretIn: (textSelector) => {
    const paragraph = paragraphInView(textSelector, 1);
    const [node, offset] = pointAt(paragraph, Math.floor((paragraph.textContent?.length ?? 0) / 2));
    found(textSelector, HTMLElement).focus({ preventScroll: true });
    document.getSelection()?.collapse(node, offset);
  },
  armKeys: () => {
    keyTimes = [];
    window.addEventListener(
      'keydown',
      async ({ key, timeStamp }) => {
        if (key.length === 1) keyTimes.push((await nextFrame()) - timeStamp);
      },
      { capture: true },
    );
  },
  keys: () => keyTimes,
  textAtCaret: () => {
    const node = document.getSelection()?.focusNode;
    const element = node instanceof Element ? node : node?.parentElement;
    return element?.closest('p')?.textContent ?? '';
  },
};
