/**
 * When to save: a pause after the last change, at most a while after the first, at once when
 * asked to flush, and again after a failure. Knows nothing of what is saved or where.
 */

export interface AutosaveOptions {
  /** Saves what there is now. Rejects when it could not. */
  readonly save: () => Promise<void>;
  /** Told of every turn: something is not saved yet, all is saved, or it failed (and will be tried again). */
  readonly onState: (state: 'saving' | 'saved' | { readonly failed: unknown }) => void;
  /** Pause after the last change. */
  readonly idleMs?: number;
  /** Longest wait while changes keep coming. */
  readonly maxWaitMs?: number;
  /** So long before that a save may begin, if the person's change has just been drawn: the next key is furthest then. */
  readonly earlyMs?: number;
  /** Settles once the last change is on screen. */
  readonly drawn?: () => Promise<void>;
  /** Pauses before trying again; the last one repeats. */
  readonly retryMs?: readonly number[];
}

export class Autosave {
  readonly #options: Required<AutosaveOptions>;
  #dirty = false;
  #firstChangeAtMs = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawing = false;
  #running: Promise<void> | null = null;
  #told: unknown = 'saved';

  constructor(options: AutosaveOptions) {
    this.#options = {
      idleMs: 400,
      maxWaitMs: 700,
      earlyMs: 200,
      retryMs: [2000, 5000, 15_000],
      drawn: onceDrawn,
      ...options,
    };
  }

  /** True while something is not saved, a save under way included. */
  get pending(): boolean {
    return this.#dirty || this.#running !== null;
  }

  /** Says that something changed. */
  changed(): void {
    const nowMs = Date.now();
    if (!this.#dirty) {
      this.#firstChangeAtMs = nowMs;
      this.#tell('saving');
    }
    this.#dirty = true;
    if (this.#running !== null) return;
    const untilMax = this.#firstChangeAtMs + this.#options.maxWaitMs - nowMs;
    this.#schedule(Math.max(0, Math.min(this.#options.idleMs, untilMax)));
    if (untilMax <= this.#options.earlyMs) void this.#runOnceDrawn();
  }

  /** Saves now what is not saved; settles when it is, or when the attempt failed. Never rejects. */
  async flush(): Promise<void> {
    if (this.#running !== null) await this.#running;
    if (!this.#dirty) return;
    clearTimeout(this.#timer);
    await this.#run();
  }

  /** Drops what is not saved, as when the document is read again. */
  forget(): void {
    this.#dirty = false;
    this.#failures = 0;
    clearTimeout(this.#timer);
    if (this.#running === null) this.#tell('saved');
  }

  #tell(state: Parameters<AutosaveOptions['onState']>[0]): void {
    if (state === this.#told) return;
    this.#told = state;
    this.#options.onState(state);
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delayMs);
  }

  /** Reading a long text to be saved takes longer than a frame: a key that comes meanwhile would wait. */
  async #runOnceDrawn(): Promise<void> {
    if (this.#drawing) return;
    this.#drawing = true;
    await this.#options.drawn();
    this.#drawing = false;
    if (this.#running === null) await this.flush();
  }

  #run(): Promise<void> {
    this.#running ??= this.#attempt().finally(() => {
      this.#running = null;
      if (this.#dirty) this.#schedule(this.#retryDelayMs());
    });
    return this.#running;
  }

  #retryDelayMs(): number {
    const { idleMs, retryMs } = this.#options;
    return this.#failures === 0 ? idleMs : (retryMs[Math.min(this.#failures, retryMs.length) - 1] ?? idleMs);
  }

  async #attempt(): Promise<void> {
    this.#dirty = false;
    this.#tell('saving');
    try {
      await this.#options.save();
      this.#failures = 0;
      if (!this.#dirty) this.#tell('saved');
    } catch (failed) {
      this.#failures++;
      this.#dirty = true;
      this.#tell({ failed });
    }
    this.#firstChangeAtMs = Date.now();
  }
}

/** After the paint of the next frame; a window that is hidden draws none. */
const onceDrawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
