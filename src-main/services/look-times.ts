/**
 * When a watched folder is looked into: soon after the system tells of a change, when a file
 * may be done, and each minute, for systems do not tell of every change. Knows no files.
 */
import { type HearChanges, hearChanges } from './folder-changes';

/** Changes come in swarms: they are looked at together. */
const swarmMs = 400;
const everyMs = 60_000;

/** Keeps no program running. */
export class LookTimes {
  readonly #look: () => void;
  readonly #hearChanges: HearChanges;
  #endHearing: (() => void) | null = null;
  #soon: NodeJS.Timeout | undefined;
  #minute: NodeJS.Timeout | undefined;

  /** @param hear - how changes are heard of; the system's own way unless told */
  constructor(look: () => void, hear: HearChanges = hearChanges) {
    this.#look = look;
    this.#hearChanges = hear;
  }

  /** Looks now and each minute. */
  start(): void {
    this.#minute = setInterval(this.#look, everyMs);
    this.#minute.unref();
    this.#look();
  }

  stop(): void {
    clearTimeout(this.#soon);
    clearInterval(this.#minute);
    this.stopHearing();
  }

  /** Looks once more after a time; asked again meanwhile, the time begins anew. */
  soon(afterMs: number): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(this.#look, afterMs);
    this.#soon.unref();
  }

  /** Hears of changes in a folder; the one it hears of already is left alone. */
  hear(folder: string): void {
    this.#endHearing ??= this.#hearChanges(
      folder,
      () => this.soon(swarmMs),
      () => {
        this.#endHearing = null;
      },
    );
  }

  stopHearing(): void {
    this.#endHearing?.();
    this.#endHearing = null;
  }
}
