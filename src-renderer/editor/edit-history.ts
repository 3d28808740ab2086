/**
 * Undo and redo of an editor's text, one step at a time, for whoever keeps the order of all
 * that was done. The steps themselves are Lexical's.
 */
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import {
  COMMAND_PRIORITY_CRITICAL,
  type EditorState,
  type LexicalEditor,
  mergeRegister,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';

/** Pause in typing after which a new step begins. */
const pauseMs = 300;

export class EditHistory {
  readonly #editor: LexicalEditor;
  readonly #output: ReturnType<typeof outputOf>;
  #newest: object | undefined;
  #own = false;
  /** Told when keys, an input method's menu or a command ask the editor itself to undo or redo. */
  onAsked: (step: 'undo' | 'redo') => void = (step) => void this[step]();

  constructor(editor: LexicalEditor) {
    this.#editor = editor;
    this.#output = outputOf(editor);
  }

  /** Has undo and redo asked for by the editor pass here. Returns its disposer. */
  register(): () => void {
    const pass = (step: 'undo' | 'redo') => (): boolean => {
      if (this.#own) return false;
      this.onAsked(step);
      return true;
    };
    return mergeRegister(
      this.#editor.registerCommand(UNDO_COMMAND, pass('undo'), COMMAND_PRIORITY_CRITICAL),
      this.#editor.registerCommand(REDO_COMMAND, pass('redo'), COMMAND_PRIORITY_CRITICAL),
    );
  }

  /** The state an undo or redo under way goes to, as it was when it was left. */
  get target(): EditorState | null {
    return this.#output.historyState.peek().current?.editorState ?? null;
  }

  /** Whether the last update began a new step. Ask once after each update. */
  tookStep(): boolean {
    const newest = this.#output.historyState.peek().undoStack.at(-1);
    const took = newest !== undefined && newest !== this.#newest;
    this.#newest = newest;
    if (took) this.#output.delay.value = pauseMs;
    return took;
  }

  /** Takes the last step back; false when there is none. */
  undo(): boolean {
    return this.#output.historyState.peek().undoStack.length > 0 && this.#step(UNDO_COMMAND);
  }

  /** Does again the step taken back last; false when there is none. */
  redo(): boolean {
    return this.#output.historyState.peek().redoStack.length > 0 && this.#step(REDO_COMMAND);
  }

  /** Ends the step under way, so that what is typed next is one of its own; nothing is left to redo. */
  seal(): void {
    this.#output.delay.value = 0;
    this.#output.historyState.peek().redoStack = [];
  }

  /** Forgets all steps: the text of now is where it starts. */
  forget(): void {
    const state = this.#output.historyState.peek();
    state.undoStack = [];
    state.redoStack = [];
    state.current = { editor: this.#editor, editorState: this.#editor.getEditorState() };
    this.#newest = undefined;
  }

  #step(command: typeof UNDO_COMMAND): boolean {
    this.#own = true;
    try {
      this.#editor.dispatchCommand(command, undefined);
    } finally {
      this.#own = false;
    }
    this.#newest = this.#output.historyState.peek().undoStack.at(-1);
    return true;
  }
}

const outputOf = (editor: LexicalEditor) => getExtensionDependencyFromEditor(editor, HistoryExtension).output;
