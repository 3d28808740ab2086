/** Whether a screen reader is at work, as the shell said last: it gets the whole of each text. */
import { shell, subscribe } from '@renderer/client/client';

let last: boolean | undefined;

/** What was said last; undefined before the first answer. */
export const screenReaderSeen = (): boolean | undefined => last;

/** Asks anew. */
export async function askScreenReader(): Promise<boolean> {
  last = await shell().screenReader();
  return last;
}

/** Asks anew and hears the answer, then each change; returns what ends that. */
export function followScreenReader(listener: (isOn: boolean) => void): () => void {
  let over = false;
  const hear = (isOn: boolean): void => {
    if (over) return;
    last = isOn;
    listener(isOn);
  };
  const stop = subscribe((event) => {
    if (event.type === 'screenReader') hear(event.isOn);
  });
  void askScreenReader().then(hear);
  return () => {
    over = true;
    stop();
  };
}
