/** Keeps boxes of a long text's far blocks away while it is on screen, from the first picture on. */
import type { TextSession } from '@renderer/editor/text-session';
import { WindowedBlocks } from '@renderer/editor/windowed-blocks';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { followScreenReader, screenReaderSeen } from './screen-reader';

/** From so many blocks on, looking through all of them is felt with each key and each frame of scrolling. */
const manyBlocks = 300;

/** Call before whatever else measures the text. @param pane Scrolls the text. */
export function useWindowedBlocks(text: TextSession, pane: RefObject<HTMLElement | null>): void {
  const many = text.map().blocks.length > manyBlocks;
  const shown = useRef<TextSession | null>(null);
  useLayoutEffect(() => {
    const element = pane.current;
    const unseen = shown.current !== text;
    shown.current = text;
    if (!many || element === null) return;
    let windowed: WindowedBlocks | null = null;
    const begin = (isUnseen: boolean): void => {
      const root = text.editor.getRootElement();
      if (root !== null) windowed ??= new WindowedBlocks(text, root, element, isUnseen);
    };
    // What has no box is not there for a screen reader: it gets the whole text, also when it comes later.
    if (screenReaderSeen() === false) begin(unseen);
    const stop = followScreenReader((isOn) => {
      if (!isOn) begin(false);
      else {
        windowed?.dispose();
        windowed = null;
      }
    });
    return () => {
      stop();
      windowed?.dispose();
    };
  }, [text, pane, many]);
}
