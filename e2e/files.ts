/** Files for journeys to bring in: sound ones and broken ones, written into a journey's own folder. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './app';

/** A file that comes with the journeys. */
export const fixture = (name: string): string => path.join(root, 'e2e/fixtures', name);
/** A file that comes with the program. */
export const sample = (name: string): string => path.join(root, 'resources/samples', name);

/** Writes a file and says where. */
export function write(folder: string, name: string, content: string | Uint8Array): string {
  const target = path.join(folder, 'files', name);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
  return target;
}

/** The French article the acceptance journeys work on: a date on its first line, no title. */
export const frenchArticle = fixture('accord-fr.txt');
export const frenchText = readFileSync(frenchArticle, 'utf8');
/** The title the program gives it, from its first sentence. */
export const frenchTitle = /Entre Moscou et Pyongyang, tous les feux sont au vert/;
