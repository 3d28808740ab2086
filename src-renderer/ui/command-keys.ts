/**
 * The keys of the window's commands, for the tips of buttons that carry one out. The shell,
 * which declares the commands, says them once; nothing here knows which commands there are.
 */

let labelOf: (command: string) => string = () => '';

/** Says how a command's key is read; empty for one without a key. */
export function tellCommandKeys(label: (command: string) => string): void {
  labelOf = label;
}

/** A command's key as this person reads it, as the `keys` of a button; nothing when it has none. */
export function keysFor(command: string): { readonly keys?: string } {
  const keys = labelOf(command);
  return keys === '' ? {} : { keys };
}
