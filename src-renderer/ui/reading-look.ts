/** How wide the lines of a text are and in which face they are set; kept between starts. */
import { create } from 'zustand';

/** Widths of the column, from few words a line to many. */
export const readingWidths = ['narrow', 'normal', 'wide'] as const;
export type ReadingWidth = (typeof readingWidths)[number];
/** With serifs, as books are set, or without. */
export const readingFaces = ['serif', 'sans'] as const;
export type ReadingFace = (typeof readingFaces)[number];

export interface ReadingLook {
  readonly width: ReadingWidth;
  readonly face: ReadingFace;
}

const storageKey = 'postil.reading-look';

/** The look in use; the style sheets read it from the page's `data-reading-…`. */
export const useReadingLook = create<ReadingLook>(() => ({ width: 'normal', face: 'serif' }));

/** Sets and keeps a part of the look. */
export function setReadingLook(change: Partial<ReadingLook>): void {
  useReadingLook.setState(change);
  const { width, face } = useReadingLook.getState();
  document.documentElement.dataset.readingWidth = width;
  document.documentElement.dataset.readingFace = face;
  localStorage.setItem(storageKey, `${width} ${face}`);
}

/** Takes up the look of the last start. */
export function restoreReadingLook(): void {
  const [width, face] = (localStorage.getItem(storageKey) ?? '').split(' ');
  setReadingLook({
    width: readingWidths.find((known) => known === width) ?? 'normal',
    face: readingFaces.find((known) => known === face) ?? 'serif',
  });
}
