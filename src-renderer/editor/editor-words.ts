/** Words an editor shows inside the text, handed over by the screen that owns the language. */
import type { LexicalEditor } from 'lexical';

export interface EditorWords {
  /** Says that a picture's bytes were not kept; `alt` may be empty. */
  readonly pictureNotKept: (alt: string) => string;
  /** Names the button that shows a picture large; `alt` may be empty. */
  readonly openPicture: (alt: string) => string;
}

const wordsByEditor = new WeakMap<LexicalEditor, EditorWords>();
const none: EditorWords = { pictureNotKept: (alt) => alt, openPicture: (alt) => alt };

/** Gives an editor its words; call before its body is built. */
export function setWords(editor: LexicalEditor, words: EditorWords): void {
  wordsByEditor.set(editor, words);
}

/** The words of an editor; wordless when none were given (tests). */
export const wordsOf = (editor: LexicalEditor): EditorWords => wordsByEditor.get(editor) ?? none;
