/** Answers that exist as JSON already, as a stored body does: reading them only to write them again costs a window its time. */

declare const output: unique symbol;

/** The JSON of a `T`. Over the port it goes as it is; whoever asked for the call hears a `T`. */
export class JsonOf<T> {
  readonly text: string;
  /** Type level only. */
  declare readonly [output]?: T;

  /** @param text JSON of a `T`; nobody checks it again. */
  constructor(text: string) {
    this.text = text;
  }

  /** The value, for whoever writes it with other things. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** What a caller hears of an answer. */
export type Heard<O> = O extends JsonOf<infer T> ? T : O;
