/** Files for journeys to bring in: sound ones and broken ones, written into a journey's own folder. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
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

/** A PNG of any size with something to see in it. */
export function photograph(width: number, height: number): Uint8Array {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const typed = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(typed));
    return Buffer.concat([length, typed, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows.set(
        [(x * 200) / width, 90 + ((x >> 6) + (y >> 6)) * 8, 255 - (y * 200) / height],
        y * (1 + width * 3) + 1 + x * 3,
      );
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
