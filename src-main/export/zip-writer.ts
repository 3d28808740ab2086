/**
 * A zip file in pieces, one entry at a time, with the same bytes each time: no clock,
 * no machine, no order but the caller's. Written here because an archive of 40,000
 * articles has more than 65,535 entries, which needs the zip64 records that fflate
 * does not write. fflate packs: its bytes, unlike zlib's, are the same everywhere.
 */
import { crc32 } from 'node:zlib';
import { nativeLimits } from '@shared/contract/native-format';
import { deflateSync } from 'fflate';

/** 1980-01-01, the earliest a zip can say; time 00:00. */
const dosDate = 0x0021;
/** Names are UTF-8 (bit 11). */
const flags = 0x0800;
const versionPlain = 20;
const versionZip64 = 45;
const max16 = 0xffff;
const max32 = 0xffffffff;

interface Entry {
  readonly name: Buffer;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  readonly offset: number;
}

/** Packs unless that makes it larger, or so small that a reader would take it for a bomb. */
function pack(bytes: Uint8Array): { readonly method: 0 | 8; readonly data: Uint8Array } {
  const packed = deflateSync(bytes, { level: 6 });
  const bombLike = bytes.length > nativeLimits.ratioFreeBytes && bytes.length > packed.length * nativeLimits.ratio;
  return packed.length >= bytes.length || bombLike ? { method: 0, data: bytes } : { method: 8, data: packed };
}

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(versionPlain, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt32LE(entry.crc, 14);
  header.writeUInt32LE(entry.packedBytes, 18);
  header.writeUInt32LE(entry.sizeBytes, 22);
  header.writeUInt16LE(entry.name.length, 26);
  return Buffer.concat([header, entry.name]);
}

function centralHeader(entry: Entry): Buffer {
  // Only the offset can outgrow 32 bits: an entry is at most 512 MB.
  const far = entry.offset >= max32;
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(far ? versionZip64 : versionPlain, 4);
  header.writeUInt16LE(far ? versionZip64 : versionPlain, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt16LE(dosDate, 14);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(entry.packedBytes, 20);
  header.writeUInt32LE(entry.sizeBytes, 24);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt16LE(far ? 12 : 0, 30);
  header.writeUInt32LE(far ? max32 : entry.offset, 42);
  if (!far) return Buffer.concat([header, entry.name]);
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(entry.offset), 4);
  return Buffer.concat([header, entry.name, extra]);
}

function endRecords(count: number, directoryStart: number, directoryBytes: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, max16), 8);
  end.writeUInt16LE(Math.min(count, max16), 10);
  end.writeUInt32LE(Math.min(directoryBytes, max32), 12);
  end.writeUInt32LE(Math.min(directoryStart, max32), 16);
  if (count < max16 && directoryBytes < max32 && directoryStart < max32) return end;
  const large = Buffer.alloc(56);
  large.writeUInt32LE(0x06064b50, 0);
  large.writeBigUInt64LE(44n, 4);
  large.writeUInt16LE(versionZip64, 12);
  large.writeUInt16LE(versionZip64, 14);
  large.writeBigUInt64LE(BigInt(count), 24);
  large.writeBigUInt64LE(BigInt(count), 32);
  large.writeBigUInt64LE(BigInt(directoryBytes), 40);
  large.writeBigUInt64LE(BigInt(directoryStart), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directoryStart + directoryBytes), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([large, locator, end]);
}

/**
 * Packs files into a zip, yielding its bytes in order.
 *
 * @param files Paths relative, with `/`, each once; each file at most 512 MB.
 */
export function* zipPieces(
  files: Iterable<{ readonly path: string; readonly bytes: Uint8Array }>,
): Generator<Uint8Array> {
  const entries: Entry[] = [];
  let offset = 0;
  for (const { path, bytes } of files) {
    const { method, data } = pack(bytes);
    const name = Buffer.from(path, 'utf8');
    const entry: Entry = { name, method, crc: crc32(bytes), packedBytes: data.length, sizeBytes: bytes.length, offset };
    entries.push(entry);
    const header = localHeader(entry);
    yield header;
    yield data;
    offset += header.length + data.length;
  }
  const directoryStart = offset;
  for (const entry of entries) {
    const header = centralHeader(entry);
    yield header;
    offset += header.length;
  }
  yield endRecords(entries.length, directoryStart, offset - directoryStart);
}
