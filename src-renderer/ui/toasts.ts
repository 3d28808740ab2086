/**
 * Short messages that go away by themselves, with at most one action (undo, show …).
 * A queue of our own: ready-made ones add style elements, which the page's policy refuses.
 */
import { create } from 'zustand';

/** What is said; `action` is offered as a button. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'failed';
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Messages on screen, oldest first. */
export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));

/** Long enough to read two lines and reach the button; failures stay until closed. */
const shownForMs = 8000;
const mostShown = 4;
let lastId = 0;

/** Takes a message away. */
export function closeToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** Shows a message; returns its id. */
export function showToast(toast: Omit<Toast, 'id' | 'tone'> & Partial<Pick<Toast, 'tone'>>): number {
  lastId += 1;
  const id = lastId;
  const added: Toast = { tone: 'plain', ...toast, id };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, added].slice(-mostShown) }));
  if (added.tone === 'plain') setTimeout(() => closeToast(id), shownForMs);
  return id;
}
