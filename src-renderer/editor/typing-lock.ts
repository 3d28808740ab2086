/**
 * Locks a text for reading while it keeps a caret. An element with an EditContext can hold the
 * caret and be selected in with the keyboard like any editable one, but what is typed, input
 * methods included, goes to the context and never to the DOM: nothing can change the text.
 */

interface WithEditContext {
  editContext: object | null;
}
declare const EditContext: (new () => object) | undefined;

/** Locks an editor's element; returns what unlocks it. */
export function lockTyping(element: HTMLElement): () => void {
  element.contentEditable = 'inherit';
  if (typeof EditContext === 'undefined') return () => {};
  const holder: HTMLElement & Partial<WithEditContext> = element;
  holder.editContext = new EditContext();
  return () => {
    holder.editContext = null;
  };
}
