/**
 * Builds a database file out of a write-ahead log alone, for an archive whose file was
 * emptied: SQLite would throw such a log away. Reads the log's committed pages as
 * sqlite.org/fileformat2.html#walformat says; knows nothing of what they hold.
 */
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';

const headerLength = 32;
const frameHeaderLength = 24;
/** The last bit says in which order checksums read their words. */
const magicLittle = 0x377f0682;

interface Pages {
  readonly pageSize: number;
  /** Pages of the file after the last commit. */
  readonly count: number;
  /** Where in the log each page's newest committed content lies. */
  readonly at: ReadonlyMap<number, number>;
}

/**
 * Writes what the log at `logPath` holds to `target`. Pages it does not hold stay empty.
 * @returns false when it holds no committed page
 * @throws the system's error when a file can't be read or written
 */
export function replayLog(logPath: string, target: string): boolean {
  const log = readFileSync(logPath);
  const pages = committedPages(log);
  if (pages === null || pages.count === 0) return false;
  const file = openSync(target, 'w');
  try {
    ftruncateSync(file, pages.count * pages.pageSize);
    for (const [number, at] of pages.at) {
      if (number <= pages.count) writeSync(file, log, at, pages.pageSize, (number - 1) * pages.pageSize);
    }
  } finally {
    closeSync(file);
  }
  return true;
}

function committedPages(log: Buffer): Pages | null {
  if (log.length < headerLength) return null;
  const magic = log.readUInt32BE(0);
  if ((magic & ~1) >>> 0 !== magicLittle) return null;
  const little = magic === magicLittle;
  const pageSize = log.readUInt32BE(8);
  if (pageSize < 512 || pageSize > 65_536) return null;
  const salts = log.subarray(16, 24);
  let sum = checksum([0, 0], log.subarray(0, 24), little);
  const pending = new Map<number, number>();
  const at = new Map<number, number>();
  let count = 0;
  const frameLength = frameHeaderLength + pageSize;
  for (let start = headerLength; start + frameLength <= log.length; start += frameLength) {
    const header = log.subarray(start, start + frameHeaderLength);
    // Frames of before the last reset, or half-written ones: what comes after is not to be trusted.
    if (!header.subarray(8, 16).equals(salts)) break;
    sum = checksum(sum, header.subarray(0, 8), little);
    sum = checksum(sum, log.subarray(start + frameHeaderLength, start + frameLength), little);
    if (sum[0] !== header.readUInt32BE(16) || sum[1] !== header.readUInt32BE(20)) break;
    pending.set(header.readUInt32BE(0), start + frameHeaderLength);
    const sizeAfter = header.readUInt32BE(4);
    if (sizeAfter === 0) continue;
    for (const [number, place] of pending) at.set(number, place);
    pending.clear();
    count = sizeAfter;
  }
  return { pageSize, count, at };
}

type Sum = readonly [number, number];

function checksum([first, second]: Sum, bytes: Buffer, little: boolean): Sum {
  let s0 = first;
  let s1 = second;
  for (let place = 0; place < bytes.length; place += 8) {
    s0 = (s0 + (little ? bytes.readUInt32LE(place) : bytes.readUInt32BE(place)) + s1) >>> 0;
    s1 = (s1 + (little ? bytes.readUInt32LE(place + 4) : bytes.readUInt32BE(place + 4)) + s0) >>> 0;
  }
  return [s0, s1];
}
