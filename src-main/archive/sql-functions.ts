/** What SQL may ask of the program: for migrations and for what SQLite's own functions can't tell of other scripts. */
import { indexText } from '@shared/query/index-text';
import { fold } from '@shared/text/fold';
import type Database from 'better-sqlite3';
import { addressKey } from './address-key';
import { sealOf } from './seal';

const textOf = (value: unknown): string => (value === null ? '' : String(value));

/** Makes the functions known to a connection. */
export function addSqlFunctions(db: Database.Database): void {
  db.function('address_key', { deterministic: true }, (address) => addressKey(String(address)));
  db.function('fold_text', { deterministic: true }, (text) => fold(textOf(text)));
  /** Whether a word of a text begins with a folded beginning. */
  db.function('has_word', { deterministic: true }, (text, beginning) =>
    ` ${indexText(textOf(text))}`.includes(` ${textOf(beginning)}`) ? 1 : 0,
  );
  db.function('index_text', { deterministic: true }, (text) => indexText(textOf(text)));
  db.function('seal_of', { deterministic: true, varargs: true }, (...values) => sealOf(values));
}
