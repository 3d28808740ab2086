/** Who takes part: how each is started, and where its text is. */
import path from 'node:path';

export interface Contestant {
  readonly id: string;
  readonly name: string;
  /** CSS selector of the element whose children are the paragraphs. */
  readonly text: string;
  /** False for what is no editor: its text is made editable, and may fail. */
  readonly editor: boolean;
}

export const contestants: readonly Contestant[] = [
  { id: 'postil', name: 'Postil', text: '.editor-surface', editor: true },
  { id: 'highlights', name: 'plain DOM, CSS highlights', text: '.text', editor: true },
  { id: 'marks', name: 'plain DOM, <mark>', text: '.text', editor: true },
  { id: 'prosemirror', name: 'ProseMirror', text: '.text', editor: true },
  { id: 'recogito', name: 'Recogito', text: '.text', editor: false },
];

/** The folder Electron is pointed at. */
export const folderOf = ({ id }: Contestant, root: string): string =>
  id === 'postil' ? root : path.join(root, 'bench/reading/window');
