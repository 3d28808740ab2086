/**
 * What a row of the table of faults is, and the tally it keeps while it runs. A row
 * never throws for what it looks for: it counts it, and says the first cases in words.
 */
import type { Random } from './random';

export interface RowResult {
  readonly id: string;
  readonly name: string;
  /** Times the fault was made to happen. */
  readonly runs: number;
  /** Things that were answered as saved and are gone. */
  readonly lost: number;
  /** Things that are there in part, or wrong. */
  readonly half: number;
  readonly result: 'passed' | 'failed' | 'skipped';
  /** What a control showed, why a row was skipped, or the first cases of what went wrong. */
  readonly note: string;
}

/** What a row is given to work with. */
export interface Bench {
  /** A fresh empty folder, removed when the row is over. */
  readonly folder: () => string;
  /** The same in memory where the machine has that: for states to look at, where syncing costs time and proves nothing. */
  readonly quickFolder: () => string;
  /** Seeded; the seed is printed. */
  readonly random: Random;
  /** The built child process: see child.ts. */
  readonly childFile: string;
  /** Runs when the row is over, whatever came of it; last given, first run. */
  readonly atEnd: (undo: () => void) => void;
}

export interface Row {
  readonly id: string;
  readonly name: string;
  /** How often in the long run, and in the short one that belongs to the unit tests. */
  readonly times: { readonly long: number; readonly short: number };
  readonly run: (times: number, bench: Bench) => Promise<RowResult>;
}

/** Thrown by a row that this machine can't run. */
export class NotHere extends Error {}

/** Counts what a row sees. */
export class Tally {
  #runs = 0;
  #lost = 0;
  #half = 0;
  #control = '';
  readonly #cases: string[] = [];

  ran(times = 1): void {
    this.#runs += times;
  }
  lost(what: string, count = 1): void {
    this.#lost += count;
    this.#cases.push(`lost: ${what}`);
  }
  half(what: string): void {
    this.#half++;
    this.#cases.push(what);
  }
  /** Counts a claim that does not hold as something wrong. */
  expect(holds: boolean, what: string): void {
    if (!holds) this.half(what);
  }
  /** What shows that the row can see what it looks for. `sees` false fails the row: it is blind. */
  control(sees: boolean, what: string): void {
    this.#control = this.#control === '' ? what : `${this.#control}; ${what}`;
    if (!sees) this.half(`the row is blind: ${what}`);
  }

  result({ id, name }: Pick<Row, 'id' | 'name'>): RowResult {
    const passed = this.#lost === 0 && this.#half === 0 && this.#runs > 0;
    const shown = this.#cases.slice(0, 5);
    return {
      id,
      name,
      runs: this.#runs,
      lost: this.#lost,
      half: this.#half,
      result: passed ? 'passed' : 'failed',
      note: [this.#control, ...shown].filter((part) => part !== '').join(' | '),
    };
  }
}

/** The line printed for a row. */
export function lineOf({ id, name, runs, lost, half, result, note }: RowResult): string {
  return `${id} ${name}, ${runs} runs, ${lost} lost, ${half} half, ${result}${note === '' ? '' : ` (${note})`}`;
}
