/** Keeps boxes of a long text's far blocks away while it is on screen. */
import { shell } from '@renderer/client/client';
import type { TextSession } from '@renderer/editor/text-session';
import { WindowedBlocks } from '@renderer/editor/windowed-blocks';
import { type RefObject, useEffect } from 'react';

/** From so many blocks on, looking through all of them is felt with each key and each frame of scrolling. */
const manyBlocks = 300;

/** @param pane Scrolls the text. */
export function useWindowedBlocks(text: TextSession, pane: RefObject<HTMLElement | null>): void {
  const many = text.map().blocks.length > manyBlocks;
  useEffect(() => {
    const element = pane.current;
    if (!many || element === null) return;
    let windowed: WindowedBlocks | null = null;
    let over = false;
    const begin = async (): Promise<void> => {
      // What has no box is not there for a screen reader: it gets the whole text.
      const wholeText = await shell().screenReader();
      const root = text.editor.getRootElement();
      if (!over && !wholeText && root !== null) windowed = new WindowedBlocks(text, root, element);
    };
    void begin();
    return () => {
      over = true;
      windowed?.dispose();
    };
  }, [text, pane, many]);
}
