/**
 * Carries commands from the menu, the keys and the palette to whatever is mounted.
 * Knows command names only; who declares and who handles them is not its business.
 */

/** A handler; returning `false` passes the command on to the one registered before. */
export type CommandHandler = () => unknown;

const handlers = new Map<string, CommandHandler[]>();
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

/** Handles a command while mounted; the latest handler goes first. Returns its disposer. */
export function onCommand(id: string, handler: CommandHandler): () => void {
  handlers.set(id, [...(handlers.get(id) ?? []), handler]);
  changed();
  return () => {
    handlers.set(
      id,
      (handlers.get(id) ?? []).filter((other) => other !== handler),
    );
    changed();
  };
}

/** Hands a command to its latest handler; false when nobody took it. */
export function dispatchCommand(id: string): boolean {
  for (const handler of [...(handlers.get(id) ?? [])].reverse()) if (handler() !== false) return true;
  return false;
}

/** Tells whether somebody handles the command now. */
export function canDispatch(id: string): boolean {
  return (handlers.get(id)?.length ?? 0) > 0;
}

/** Hears that a handler came or went; returns the function that stops it. */
export function onHandlersChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
