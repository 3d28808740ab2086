/** A progress bar on stderr, for people only: scripts see nothing of it. */
import type { Io } from './io';

export interface Progress {
  readonly update: (done: number, total: number, current?: string) => void;
  readonly stop: () => void;
}

/** A bar when stderr is a terminal, silence otherwise. */
export async function progressOn(io: Io): Promise<Progress> {
  if (!io.errIsTerminal) return { update: () => undefined, stop: () => undefined };
  const { SingleBar } = (await import('cli-progress')).default;
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {current}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barsize: 24,
  });
  let started = false;
  return {
    update: (done, total, current = '') => {
      const shown = current.slice(0, 48);
      if (started) {
        bar.setTotal(total);
        bar.update(done, { current: shown });
      } else if (total > 1) {
        bar.start(total, done, { current: shown });
        started = true;
      }
    },
    stop: () => {
      if (started) bar.stop();
    },
  };
}
