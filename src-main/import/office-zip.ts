/** Zips that office programs and e-book makers write: opened within limits, their parts parsed when asked for. */
import { CheckedZip } from './checked-zip';
import { brokenFile } from './refusal';
import { parseXml, type XmlElement } from './xml';

/** A picture-laden book stays within these; a bomb does not. */
const limits = {
  entries: 20_000,
  totalBytes: 1024 ** 3,
  entryBytes: 256 * 1024 ** 2,
  ratio: 200,
  ratioFreeBytes: 10 * 1024 ** 2,
} as const;

/** Largest such file that is read. */
export const maxOfficeBytes = 256 * 1_048_576;

export interface OfficeZip {
  readonly names: () => IterableIterator<string>;
  readonly has: (path: string) => boolean;
  /** @throws Failure `import/broken`, also for a part that is not there */
  readonly bytes: (path: string) => Promise<Uint8Array>;
  /** A part as XML; undefined when it is not there. @throws Failure `import/broken` */
  readonly xml: (path: string) => Promise<XmlElement | undefined>;
}

/** @throws Failure `import/broken` for what is no sound zip, is locked with a password, or passes a limit */
export async function openOfficeZip(name: string, bytes: Uint8Array): Promise<OfficeZip> {
  const broken = (entry: string, reason: string, cause?: unknown) =>
    brokenFile(name, entry === '' ? reason : `in “${entry.slice(0, 200)}” ${reason}`, cause);
  const zip = await CheckedZip.open(bytes, limits, broken);
  return {
    names: () => zip.names(),
    has: (path) => zip.has(path),
    bytes: (path) => zip.read(path),
    xml: async (path) => (zip.has(path) ? parseXml(await zip.read(path), (reason) => broken(path, reason)) : undefined),
  };
}

/** True when bytes begin a zip whose first entries name one of these: how office files are told apart. */
export function zipMentions(bytes: Uint8Array, ...names: readonly string[]): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4) return false;
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  return names.some((name) => head.includes(name));
}
