/** The native archive comes back equal, and a file that is not whole is refused by the entry at fault. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { nativeLimits } from '@shared/contract/native-format';
import { pngOf } from '@shared/images/test-images';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readNativeArchive } from './native';

const uid = (number: number): string => `01920000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const encode = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const original = encode('<p>Bonjour 🕊️</p>');
const article = {
  uid: uid(1),
  type: 'article',
  title: 'Sommet',
  metadata: { authors: [], site: '', url: '', date: '', language: 'fr', description: '' },
  body: { version: 1, blocks: [{ type: 'paragraph', inlines: [{ type: 'text', text: 'Bonjour 🕊️' }] }] },
  text: 'Bonjour 🕊️',
  labels: [],
  originals: [
    {
      sha256: sha256(original),
      fileName: 'a.html',
      mediaType: 'text/html',
      sizeBytes: original.length,
      capturedAtMs: 1,
    },
  ],
  revision: 1,
  createdAtMs: 1,
  updatedAtMs: 2,
  deletedAtMs: null,
};

type Files = Record<string, Uint8Array>;
function filesOf(changed: Files = {}): Files {
  return {
    [`documents/${uid(1)}.json`]: encode(article),
    [`originals/${sha256(original)}`]: original,
    'annotations.json': encode([]),
    'links.json': encode([]),
    'collections.json': encode({ collections: [], memberships: [] }),
    ...changed,
  };
}
const listing = (files: Files): unknown => ({
  format: 'postil-archive',
  version: 1,
  archiveName: 'x',
  exportedAtMs: 0,
  files: Object.entries(files).map(([path, bytes]) => ({ path, sha256: sha256(bytes), sizeBytes: bytes.length })),
});
const zip = (files: Zippable): Uint8Array => zipSync(files, { mtime: new Date(1980, 0, 1) });
/** A zip whose manifest fits its files. */
const archive = (changed: Files = {}): Uint8Array =>
  zip({ ...filesOf(changed), 'manifest.json': encode(listing(filesOf(changed))) });

async function refusal(bytes: Uint8Array): Promise<{ readonly entry: unknown; readonly message: string }> {
  const outcome = await readNativeArchive(bytes);
  if (outcome.ok) throw new Error('was read');
  expect(outcome.error.code).toBe('import/broken');
  return { entry: outcome.error.params.entry, message: outcome.error.message };
}

/** Replaces bytes in a zip, where both are equally long. */
function patched(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(from); at !== -1; at = copy.indexOf(from, at + 1)) copy.write(to, at);
  return copy;
}

describe('reading a native archive', () => {
  let good: Uint8Array;
  beforeAll(() => {
    good = archive();
  });

  it('reads a small one', async () => {
    const outcome = await readNativeArchive(good);
    expect(outcome).toMatchObject({
      ok: true,
      value: { documents: [article], annotations: [], links: [], collections: [] },
    });
    if (outcome.ok) expect([...outcome.value.originals]).toEqual([[sha256(original), Buffer.from(original)]]);
  });

  it.each<[string, Files, string]>([
    [
      'a text that is not the body’s',
      { [`documents/${uid(1)}.json`]: encode({ ...article, text: 'Bonsoir' }) },
      `documents/${uid(1)}.json`,
    ],
    ['an unknown field', { [`documents/${uid(1)}.json`]: encode({ ...article, more: 1 }) }, `documents/${uid(1)}.json`],
    [
      'a script for an address',
      {
        [`documents/${uid(1)}.json`]: encode({
          ...article,
          metadata: { ...article.metadata, url: 'javascript:alert(1)' },
        }),
      },
      `documents/${uid(1)}.json`,
    ],
    ['a document under another uid', { [`documents/${uid(2)}.json`]: encode(article) }, `documents/${uid(2)}.json`],
    ['an original under another hash', { [`originals/${'0'.repeat(64)}`]: original }, `originals/${'0'.repeat(64)}`],
    ['rows that are no list', { 'annotations.json': encode({}) }, 'annotations.json'],
    ['JSON nested without end', { 'links.json': encode(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) }, 'links.json'],
    [
      'a body nested without end',
      {
        [`documents/${uid(1)}.json`]: encode(
          JSON.stringify(article).replace(
            '"blocks":[',
            `"blocks":[${'{"type":"table","rows":[{"cells":[{"header":false,"blocks":['.repeat(20_000)}${']}]}]}'.repeat(20_000)},`,
          ),
        ),
      },
      `documents/${uid(1)}.json`,
    ],
    ['text that is not UTF-8', { 'links.json': Uint8Array.of(0x5b, 0xff, 0x5d) }, 'links.json'],
    [
      'a link of an unknown relation',
      {
        'links.json': encode([
          { uid: uid(5), from: uid(6), to: { document: uid(1) }, relation: 'proves', createdAtMs: 1 },
        ]),
      },
      'links.json',
    ],
    [
      'a collection inside itself',
      {
        'collections.json': encode({
          collections: [
            { uid: uid(7), parent: uid(8), name: 'a' },
            { uid: uid(8), parent: uid(7), name: 'b' },
          ],
          memberships: [],
        }),
      },
      'collections.json',
    ],
    [
      'a membership of a document that is not there',
      {
        'collections.json': encode({
          collections: [{ uid: uid(7), parent: null, name: 'a' }],
          memberships: [{ collection: uid(7), document: uid(9) }],
        }),
      },
      'collections.json',
    ],
    [
      '__proto__ as a field',
      { 'collections.json': encode('{"collections":[],"memberships":[],"__proto__":{"x":1}}') },
      'collections.json',
    ],
  ])('refuses %s', async (_, changed, entry) => {
    expect((await refusal(archive(changed))).entry).toBe(entry);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  it('refuses content the manifest does not vouch for', async () => {
    const files = filesOf();
    const bytes = zip({ ...files, 'links.json': encode('[ ]'), 'manifest.json': encode(listing(files)) });
    expect((await refusal(bytes)).entry).toBe('links.json');
  });

  it('refuses an entry the manifest does not list, and a listed one that is missing', async () => {
    const files = filesOf();
    expect(
      (await refusal(zip({ ...files, 'more.txt': encode('x'), 'manifest.json': encode(listing(files)) }))).entry,
    ).toBe('more.txt');
    const { 'links.json': _, ...fewer } = files;
    expect((await refusal(zip({ ...fewer, 'manifest.json': encode(listing(files)) }))).entry).toBe('links.json');
    expect((await refusal(zip(files))).entry).toBe('manifest.json');
  });

  it('takes a file of version 1, which knew no histories, and one of version 2 with them', async () => {
    const [first] = [await readNativeArchive(archive())];
    expect(first.ok && first.value.histories.size).toBe(0);
    const history = {
      present: { savedAtMs: 5, reason: 'restore' },
      earlier: [{ revision: 0, savedAtMs: 1, reason: 'import', title: 'Avant', body: article.body }],
    };
    const outcome = await readNativeArchive(archive({ [`history/${uid(1)}.json`]: encode(history) }));
    expect(outcome.ok && [...outcome.value.histories.values()]).toEqual([history]);
  });

  it.each([
    ['of a document that is not there', uid(2), [0], 'not there'],
    ['with the present body among the earlier', uid(1), [1], 'order'],
    ['out of order', uid(1), [0, 0], 'order'],
  ])('refuses a history %s', async (_what, of, revisions, words) => {
    const earlier = revisions.map((revision) => ({
      revision,
      savedAtMs: 1,
      reason: 'edit',
      title: '',
      body: article.body,
    }));
    const history = { present: { savedAtMs: 5, reason: 'edit' }, earlier };
    const path = `history/${of}.json`;
    const { entry, message } = await refusal(archive({ [path]: encode(history) }));
    expect(entry).toBe(path);
    expect(message).toContain(words);
  });

  it('takes pictures, and names one that is none, is another kind, or is not what it says', async () => {
    const picture = pngOf(4, 4);
    const path = `assets/${sha256(picture)}.png`;
    const outcome = await readNativeArchive(archive({ [path]: picture }));
    expect(outcome.ok && [...outcome.value.assets.values()]).toMatchObject([{ mediaType: 'image/png', width: 4 }]);
    for (const [wrong, bytes] of [
      [`assets/${sha256(picture)}.jpg`, picture],
      [`assets/${'0'.repeat(64)}.png`, picture],
      [`assets/${sha256(encode('<script>'))}.svg`, encode('<script>')],
    ] as const)
      expect((await refusal(archive({ [wrong]: bytes }))).entry).toBe(wrong);
  });

  it('refuses a manifest of another version by name', async () => {
    const files = filesOf();
    const future = { ...(listing(files) as object), version: 5 };
    expect((await refusal(zip({ ...files, 'manifest.json': encode(future) }))).message).toContain('version');
  });

  it.each(['../links.js', '/links.json', 'C:/links.js', 'a\\inks.json'])('refuses the name %s', async (name) => {
    const bytes = patched(good, 'links.json', name.padEnd(10, 'x').slice(0, 10));
    await refusal(bytes);
  });

  it('leaves a name like __proto__ without effect', async () => {
    const files = filesOf();
    const bytes = patched(
      zip({ ...files, aaaaaaaaa: encode('{"x":1}'), 'manifest.json': encode(listing(files)) }),
      'aaaaaaaaa',
      '__proto__',
    );
    expect((await refusal(bytes)).entry).toBe('__proto__');
  });

  it('refuses a bomb before unpacking it', async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024);
    const started = process.memoryUsage().arrayBuffers;
    const bytes = zip({ 'bomb.bin': zeros, 'manifest.json': encode('{}') });
    expect((await refusal(bytes)).message).toContain('suspiciously');
    expect(process.memoryUsage().arrayBuffers - started).toBeLessThan(zeros.length * 3);
  });

  it('refuses a size that lies', async () => {
    const bytes = Buffer.from(good);
    const at = bytes.lastIndexOf('links.json') - 46;
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    bytes.writeUInt32LE(1, at + 24);
    expect((await refusal(bytes)).entry).toBe('links.json');
    bytes.writeUInt32LE(nativeLimits.entryBytes + 1, at + 24);
    expect((await refusal(bytes)).entry).toBe('links.json');
  });

  it('refuses what is no zip, and a zip cut short', async () => {
    await refusal(encode('not a zip'));
    await refusal(new Uint8Array());
    await refusal(good.subarray(0, good.length - 30));
  });

  it('refuses any single damaged byte, or reads the same', async () => {
    const reference = JSON.stringify(await readNativeArchive(good));
    let refused = 0;
    for (let at = 0; at < good.length; at += 3) {
      const damaged = Buffer.from(good);
      damaged[at] = (damaged[at] ?? 0) ^ 0x20;
      const outcome = await readNativeArchive(damaged);
      if (outcome.ok) expect(JSON.stringify(outcome)).toBe(reference);
      else refused++;
    }
    expect(refused).toBeGreaterThan(good.length / 12);
  });

  it('is built on a zip other programs read', () => {
    expect(Object.keys(unzipSync(good))).toContain('manifest.json');
    expect(crc32(original)).toBeGreaterThan(0);
  });
});
