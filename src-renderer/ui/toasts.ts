/**
 * Short messages that go away by themselves, with at most two actions (undo, show …).
 * A queue of our own: ready-made ones add style elements, which the page's policy refuses.
 */
import { create } from 'zustand';

/** What is said; `action` is offered as a button. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'failed';
  readonly action?: ToastAction;
  /** Offered beside the other. */
  readonly second?: ToastAction;
}

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

/** Messages on screen, oldest first. */
export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));

/** Long enough to read two lines. */
const plainForMs = 5000;
/** Long enough to reach the button as well. */
const withActionForMs = 8000;
/** What is left at least once a message that was pointed at is let go. */
const graceMs = 2000;
const mostShown = 4;
let lastId = 0;

/** When a message goes; none for one that stays or is held. */
const timers = new Map<number, { readonly timer: ReturnType<typeof setTimeout>; readonly endsAtMs: number }>();
/** What was left of the time of the messages held. */
const held = new Map<number, number>();

function closeAfter(id: number, delayMs: number): void {
  timers.set(id, { timer: setTimeout(() => closeToast(id), delayMs), endsAtMs: Date.now() + delayMs });
}

/** Takes a message away. */
export function closeToast(id: number): void {
  clearTimeout(timers.get(id)?.timer);
  timers.delete(id);
  held.delete(id);
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** Keeps a message while somebody points at it or has the focus in it. */
export function holdToast(id: number): void {
  const running = timers.get(id);
  if (running === undefined) return;
  clearTimeout(running.timer);
  timers.delete(id);
  held.set(id, running.endsAtMs - Date.now());
}

/** Lets a held message go on. */
export function releaseToast(id: number): void {
  const leftMs = held.get(id);
  if (leftMs === undefined) return;
  held.delete(id);
  closeAfter(id, Math.max(leftMs, graceMs));
}

/** Shows a message; returns its id. Failures stay until closed; the same words are not said twice at once. */
export function showToast(toast: Omit<Toast, 'id' | 'tone'> & Partial<Pick<Toast, 'tone'>>): number {
  lastId += 1;
  const id = lastId;
  const added: Toast = { tone: 'plain', ...toast, id };
  for (const same of useToasts.getState().toasts) if (same.text === added.text) closeToast(same.id);
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, added].slice(-mostShown) }));
  if (added.tone === 'plain') closeAfter(id, added.action === undefined ? plainForMs : withActionForMs);
  return id;
}
