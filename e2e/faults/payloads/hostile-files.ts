/** Files that mean harm to whoever unpacks or parses them: bombs, ways out of a folder, prototypes. Made in memory. */
import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';

export interface HostileFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Codes it may end in; `none` where it may be read because nothing comes of it. */
  readonly ends: readonly string[];
}

const encode = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Files = Readonly<Record<string, Uint8Array>>;

/** A native archive whose manifest vouches for all that is in it. */
export function nativeZip(files: Files, manifest: Readonly<Record<string, unknown>> = {}): Uint8Array {
  const all: Files = {
    'annotations.json': encode([]),
    'links.json': encode([]),
    'collections.json': encode({ collections: [], memberships: [] }),
    ...files,
  };
  const listed = Object.entries(all).map(([path, bytes]) => ({ path, sha256: sha256(bytes), sizeBytes: bytes.length }));
  const vouched = {
    format: 'postil-archive',
    version: 1,
    archiveName: 'x',
    exportedAtMs: 0,
    files: listed,
    ...manifest,
  };
  return zipSync({ ...all, 'manifest.json': encode(vouched) });
}

/** Replaces the name of an entry in a zip by one as long, which no honest writer would let in. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(from); at !== -1; at = copy.indexOf(from, at + 1)) copy.write(to, at, 'latin1');
  return copy;
}

const placeholder = 'entry-of-some-length.json';
const padded = (name: string): string => name.padEnd(placeholder.length, 'x');
const escaping = [
  '../../../../tmp/harmed',
  '/tmp/harmed-absolute',
  'C:\\harmed',
  '..\\..\\harmed',
  'documents/../../x',
  '__proto__',
  'a\u0000b.json',
];

/** A zip that says it holds little and unpacks to much. */
function lyingBomb(megabytes: number): Uint8Array {
  const big = new Uint8Array(megabytes * 1_048_576);
  const zip = Buffer.from(zipSync({ 'annotations.json': big, 'manifest.json': encode('{}') }, { level: 9 }));
  // Sizes in the local and the central header.
  const size = Buffer.alloc(4);
  size.writeUInt32LE(big.length);
  const small = Buffer.alloc(4);
  small.writeUInt32LE(1000);
  for (let at = zip.indexOf(size); at !== -1; at = zip.indexOf(size, at + 1)) small.copy(zip, at);
  return zip;
}

const refused = ['import/broken', 'import/too-large', 'import/unsupported', 'import/binary', 'import/no-text'] as const;
const readOrRefused = ['none', ...refused] as const;

const laughs = (level: number): string =>
  Array.from({ length: level }, (_, index) => {
    const of = index === 0 ? 'ha' : `&h${index - 1};`.repeat(10);
    return `<!ENTITY h${index} "${of}">`;
  }).join('');

/** C5–C7. */
export function hostileFiles(): readonly HostileFile[] {
  const zip = (what: string, bytes: Uint8Array): HostileFile => ({ what, name: 'a.postil.zip', bytes, ends: refused });
  const bomb = new Uint8Array(300 * 1_048_576);
  const xhtml = (dtd: string, words: string): Uint8Array =>
    encode(
      `<?xml version="1.0"?><!DOCTYPE html [${dtd}]><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Some words. ${words}</p></body></html>`,
    );
  const page = (what: string, name: string, bytes: Uint8Array): HostileFile => ({
    what,
    name,
    bytes,
    ends: readOrRefused,
  });
  return [
    ...escaping.map((name) =>
      zip(
        `an entry named ${JSON.stringify(name)}`,
        renamed(nativeZip({ [placeholder]: encode('{}') }), placeholder, padded(name)),
      ),
    ),
    zip('300 MB of zeros in an entry', nativeZip({ 'originals/x': bomb })),
    zip('an entry that says 1 kB and unpacks to 64 MB', lyingBomb(64)),
    zip(
      '20 entries of 64 MB',
      zipSync(
        Object.fromEntries(
          Array.from({ length: 20 }, (_, at) => [`originals/${at}`, bomb.subarray(0, 64 * 1_048_576)]),
        ),
      ),
    ),
    page(
      'a zip in a zip in a zip',
      'a.postil.zip',
      nativeZip({ 'a.zip': zipSync({ 'b.zip': zipSync({ c: bomb.subarray(0, 8_000_000) }) }) }),
    ),
    zip(
      '60,000 entries',
      zipSync(Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`e${at}`, new Uint8Array()]))),
    ),
    zip('an entry named __proto__ in JSON', nativeZip({ 'links.json': encode('{"__proto__": {"admin": true}}') })),
    zip('JSON nested a million deep', nativeZip({ 'links.json': encode(`${'['.repeat(1_000_000)}`) })),
    zip('a zip cut short', nativeZip({}).subarray(0, 300)),
    page('a billion laughs', 'a.xhtml', xhtml(laughs(10), '&h9;')),
    page('a quadratic entity', 'a.xhtml', xhtml(`<!ENTITY a "${'a'.repeat(100_000)}">`, '&a;'.repeat(20_000))),
    page('an entity from a local file', 'a.xhtml', xhtml('<!ENTITY f SYSTEM "file:///etc/hostname">', 'host: &f;')),
    page('an entity from the network', 'a.xhtml', xhtml('<!ENTITY f SYSTEM "https://entity.example.invalid/">', '&f;')),
    page('an entity in a page of HTML', 'a.html', xhtml(laughs(10), '&h9;')),
    page('100,000 elements inside each other', 'a.html', encode(`<p>Some words.${'<div>'.repeat(100_000)}deep`)),
    page(
      'a million attributes',
      'a.html',
      encode(`<p>Some words.<b ${Array.from({ length: 300_000 }, (_, at) => `a${at}=1`).join(' ')}>x</b>`),
    ),
    page('200,000 formatting elements left open', 'a.html', encode(`<p>Some words.${'<b><i>'.repeat(5000)}x`)),
    page('lists inside each other in Markdown', 'a.md', encode(`Some words.\n\n${'- '.repeat(20_000)}x`)),
    page('quotes inside each other in Markdown', 'a.md', encode(`Some words.\n\n${'>'.repeat(50_000)}x`)),
    page('brackets left open in Markdown', 'a.md', encode(`Some words.\n\n${'['.repeat(50_000)}x`)),
    page('emphasis left open in Markdown', 'a.md', encode(`Some words.\n\n${'*a _b '.repeat(20_000)}`)),
    page(
      'backquotes of every length in Markdown',
      'a.md',
      encode(`Some words.\n\n${Array.from({ length: 400 }, (_, at) => '`'.repeat(at + 1)).join('x')}`),
    ),
    page(
      'front matter that refers to itself',
      'a.md',
      encode(
        `---\n${Array.from({ length: 12 }, (_, at) => `a${at}: &a${at} [${at === 0 ? 'ha' : `*a${at - 1},`.repeat(10)}]`).join('\n')}\n---\nSome words.`,
      ),
    ),
    page(
      'front matter with __proto__',
      'a.md',
      encode('---\n__proto__: {admin: true}\ntitle: {__proto__: 1}\n---\nSome words.'),
    ),
  ];
}
