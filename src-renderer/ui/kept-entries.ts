/** Small things kept between starts, by key, in this profile: the oldest give way to the newest. */

/** A store of at most `most` values, each a short string. */
export class KeptEntries {
  readonly #storageKey: string;
  readonly #most: number;

  constructor(storageKey: string, most: number) {
    this.#storageKey = storageKey;
    this.#most = most;
  }

  /** The value kept under a key; undefined when there is none. */
  get(key: string): string | undefined {
    return this.#read().get(key);
  }

  /** Keeps a value; the key becomes the newest. */
  set(key: string, value: string): void {
    const entries = this.#read();
    entries.delete(key);
    entries.set(key, value);
    this.#write([...entries].slice(-this.#most));
  }

  delete(key: string): void {
    const entries = this.#read();
    if (entries.delete(key)) this.#write([...entries]);
  }

  #read(): Map<string, string> {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#storageKey) ?? '[]');
      if (!Array.isArray(kept)) return new Map();
      return new Map(
        kept.filter(
          (entry): entry is [string, string] =>
            Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'string',
        ),
      );
    } catch (error) {
      // Something else wrote there: nothing is kept then.
      if (error instanceof SyntaxError) return new Map();
      throw error;
    }
  }

  #write(entries: readonly (readonly [string, string])[]): void {
    localStorage.setItem(this.#storageKey, JSON.stringify(entries));
  }
}
