/** Export → read → equal: the promise of the native format, tested where export and import meet. */

import {
  annotationOf,
  assetsOf,
  bodyOf,
  bundleOf,
  documentOf,
  hashOf,
  linkOf,
  originalOf,
  sampleBundle,
  uidOf,
} from '@main/export/bundle-samples';
import { nativeExporter } from '@main/export/native-exporter';
import { zipPieces } from '@main/export/zip-writer';
import { readNativeArchive } from '@main/import/native';
import { sniffImage } from '@shared/images/sniff-image';
import { pngOf, svgOf } from '@shared/images/test-images';
import { type Asset, assetsNamedBy } from '@shared/model/asset';
import type { Block, Inline } from '@shared/model/block';
import { marks } from '@shared/model/block';
import { type ExportBundle, type History, type ImportedBundle, likelyOrigin } from '@shared/model/bundle';
import {
  aliasUid,
  annotationUid,
  collectionUid,
  type DocumentUid,
  documentUid,
  savedSearchUid,
  sha256Hex,
} from '@shared/model/ids';
import type { KeptSearches } from '@shared/model/kept-searches';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

const write = (bundle: ExportBundle): Uint8Array => [...nativeExporter.write(bundle)][0]?.bytes ?? new Uint8Array();

async function read(bytes: Uint8Array): Promise<ImportedBundle> {
  const outcome = await readNativeArchive(bytes);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

async function expectRoundTrip(bundle: ExportBundle): Promise<void> {
  const back = await read(write(bundle));
  expect(back.documents).toEqual(bundle.documents);
  expect(back.annotations).toEqual(bundle.annotations);
  expect(back.links).toEqual(bundle.links);
  expect(back.collections).toEqual(bundle.collections);
  expect(back.memberships).toEqual(bundle.memberships);
  expect(back.searches).toEqual(bundle.searches);
  expect(back.keptApart ?? []).toEqual(bundle.keptApart);
  for (const document of bundle.documents)
    expect(back.histories.get(document.uid) ?? { present: likelyOrigin(document), earlier: [] }).toEqual(
      bundle.readHistory(document.uid),
    );
  const originals = new Map(
    bundle.documents
      .flatMap((document) => document.originals)
      .map(({ sha256 }) => [sha256, bundle.readOriginal(sha256)]),
  );
  expect([...back.originals.keys()].sort()).toEqual([...originals.keys()].sort());
  for (const [sha256, bytes] of originals)
    expect(Buffer.from(back.originals.get(sha256) ?? [])).toEqual(Buffer.from(bytes));
  const named = new Set(bundle.documents.flatMap(({ body }) => [...assetsNamedBy(body)]));
  const kept = [...named].flatMap((sha256) => bundle.readAsset(sha256) ?? []);
  const plain = (assets: Iterable<Asset>) =>
    [...assets].map((asset) => ({ ...asset, bytes: [...asset.bytes] })).sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  expect(plain(back.assets.values())).toEqual(plain(kept));
}

const pictures = [pngOf(4, 4), pngOf(5, 4), svgOf('<g/>')].map(
  (bytes): Asset => ({ sha256: hashOf(bytes), ...(sniffImage(bytes) ?? expect.unreachable()), bytes }),
);

// Emoji sequences, Hangul in both forms, right to left, combining marks, what JSON and Markdown might trip over.
const words = fc.oneof(
  fc.constantFrom(
    '🕊️',
    '👩‍👩‍👧‍👦',
    '한국어',
    '한국'.normalize('NFD'),
    'مرحبا',
    'שלום',
    'e\u0301',
    'ё',
    '"',
    '\\',
    '\n',
    '__proto__',
    '---',
    '“',
    '\u2028',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const text = fc.array(words, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const inlineOf = fc.oneof(
  fc
    .tuple(text, fc.subarray([...marks]))
    .map(
      ([value, chosen]): Inline =>
        chosen.length > 0 ? { type: 'text', text: value, marks: chosen } : { type: 'text', text: value },
    ),
  text.map((value): Inline => ({ type: 'mention', text: value, target: { document: documentUid(uidOf('d', 1)) } })),
);
const inlines = fc.array(inlineOf, { maxLength: 4 });
const leaf: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((value): Block => ({ type: 'paragraph', inlines: value })),
  fc
    .tuple(fc.constantFrom(1, 3, 6), inlines)
    .map(([level, value]): Block => ({ type: 'heading', level, inlines: value })),
  inlines.map((value): Block => ({ type: 'quote', inlines: value })),
  fc
    .tuple(fc.nat(5), inlines)
    .map(([depth, value]): Block => ({ type: 'listItem', list: 'checked', checked: depth > 2, depth, inlines: value })),
  text.map((value): Block => ({ type: 'code', language: 'ts', text: value })),
  fc
    .tuple(inlines, fc.constantFrom(null, ...pictures.map(({ sha256 }) => sha256)))
    .map(([value, asset]): Block => ({ type: 'image', asset, alt: 'x', inlines: value })),
  fc.constant<Block>({ type: 'rule' }),
  text.map(
    (value): Block => ({
      type: 'passage',
      annotation: annotationUid(uidOf('a', 0)),
      document: documentUid(uidOf('d', 0)),
      text: value,
    }),
  ),
);
const table = fc.array(fc.array(fc.array(leaf, { maxLength: 2 }), { maxLength: 3 }), { maxLength: 3 }).map(
  (rows): Block => ({
    type: 'table',
    rows: rows.map((cells) => ({ cells: cells.map((blocks) => ({ header: false, blocks })) })),
  }),
);
const body = fc
  .array(fc.oneof({ weight: 5, arbitrary: leaf }, { weight: 1, arbitrary: table }), { maxLength: 6 })
  .map((blocks) => bodyOf(...blocks));

const sorts = fc.constantFrom('relevance', 'date', 'added');
const name = text.map((value) => `${value}.`);
const searches: fc.Arbitrary<KeptSearches> = fc
  .tuple(
    fc.array(fc.tuple(name, text, sorts), { maxLength: 3 }),
    fc.array(fc.array(name, { minLength: 2, maxLength: 4 }), { maxLength: 3 }),
  )
  .map(([saved, sets]) => ({
    saved: saved.map(([named, query, sort], number) => ({
      uid: savedSearchUid(uidOf('c', number)),
      name: named,
      query,
      sort,
    })),
    aliases: sets.map((names, number) => ({ uid: aliasUid(uidOf('d', number)), names })),
  }));

const bundles = fc
  .tuple(
    fc.array(fc.tuple(body, text, fc.uint8Array({ maxLength: 200 }), fc.boolean()), { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), text, fc.boolean()), { maxLength: 8 }),
    fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 }),
    fc.option(searches, { nil: undefined }),
  )
  .map(([documentParts, annotationParts, folderParts, kept]) => {
    const originals = documentParts.map(([, , bytes]) => bytes);
    const documents = documentParts.map(([content, title, bytes, binned], number) =>
      documentOf(number, content, {
        title,
        revision: 9,
        labels: [title],
        originals: [originalOf(bytes, title)],
        deletedAtMs: binned ? 5 : null,
      }),
    );
    const annotations = annotationParts.flatMap(([which, from, length, comment, orphaned], number) => {
      const document = documents[which % documents.length];
      if (document === undefined || document.text.length === 0) return [];
      const start = from % document.text.length;
      const quote = document.text.slice(start, start + 1 + (length % 40));
      const made = annotationOf(number, document, quote.isWellFormed() ? quote : document.text, {
        comment,
        orphaned,
        fields: { speaker: comment },
      });
      return [made];
    });
    const links = annotations
      .slice(1)
      .map((annotation, number) =>
        linkOf(number, annotation, number % 2 === 0 ? (annotations[0] ?? annotation) : (documents[0] ?? annotation)),
      );
    const memberships = folderParts.flatMap(([which], number) => {
      const document = documents[which % documents.length];
      return document === undefined ? [] : [{ collection: collectionUid(uidOf('c', number)), document: document.uid }];
    });
    const collections = folderParts.map(([which, parent], number) => ({
      uid: collectionUid(uidOf('c', number)),
      parent: number === 0 ? null : collectionUid(uidOf('c', parent % number)),
      name: `Dossier ${which}`,
      documents: documents[which % documents.length]?.deletedAtMs === null ? 1 : 0,
    }));
    const histories = new Map<DocumentUid, History>(
      documents.map(({ uid, title }, number) => [
        uid,
        {
          present: { savedAtMs: 7 + number, reason: number % 2 === 0 ? 'restore' : 'import' },
          earlier: documents.slice(0, number).map(({ body: earlier }, revision) => ({
            revision: revision * 2,
            savedAtMs: revision,
            reason: 'edit',
            title,
            body: earlier,
          })),
        },
      ]),
    );
    const readHistory = (uid: DocumentUid): History => {
      const history = histories.get(uid);
      if (history === undefined) throw new Error(`no history of ${uid}`);
      return history;
    };
    return bundleOf(
      {
        documents,
        annotations,
        links,
        collections,
        memberships,
        keptApart: documents.slice(1).map(({ uid }, number) => [documents[number]?.uid ?? uid, uid] as const),
        searches: kept,
        readHistory,
        readAsset: assetsOf(...pictures),
      },
      originals,
    );
  });

describe('the native export', () => {
  it('comes back equal, field by field', () => expectRoundTrip(sampleBundle()));

  it('comes back equal when empty', () => expectRoundTrip(bundleOf({})));

  it('comes back equal, whatever is in it', () =>
    fc.assert(
      fc.asyncProperty(bundles, (bundle) => expectRoundTrip(bundle)),
      { numRuns: 150 },
    ));

  it('lays out the files its documentation names', () => {
    const drawing = pictures[2] ?? expect.unreachable();
    const shown = documentOf(7, bodyOf({ type: 'image', asset: drawing.sha256, alt: 'Plan', inlines: [] }));
    const illustrated = bundleOf({ documents: [shown], readAsset: assetsOf(...pictures) });
    const forPeople = unzipSync(write(illustrated))[`documents/${shown.uid}.md`];
    expect(new TextDecoder().decode(forPeople)).toContain(`![Plan](../assets/${drawing.sha256}.svg)`);
    const names = [sampleBundle(), illustrated].flatMap((bundle) => Object.keys(unzipSync(write(bundle))));
    expect(names).toContain(`assets/${drawing.sha256}.svg`);
    expect(names.at(-1)).toBe('manifest.json');
    for (const name of names)
      expect(name).toMatch(
        /^(documents\/[0-9a-f-]{36}\.(json|md)|history\/[0-9a-f-]{36}\.json|originals\/[0-9a-f]{64}|assets\/[0-9a-f]{64}\.\w+|(annotations|links|collections|searches|manifest)\.json)$/,
      );
  });

  it('brings back content so even that a reader would take it for a bomb', async () => {
    const zeros = new Uint8Array(12 * 1024 * 1024);
    const document = documentOf(1, bodyOf(), { originals: [originalOf(zeros, 'zeros.txt')] });
    const back = await read(write(bundleOf({ documents: [document] }, [zeros])));
    expect(back.originals.get(hashOf(zeros))?.length).toBe(zeros.length);
  });

  it('writes more files than an old zip can count', async () => {
    const count = 70_000;
    const pieces = [
      ...zipPieces(Array.from({ length: count }, (_, number) => ({ path: `f/${number}`, bytes: new Uint8Array() }))),
    ];
    const outcome = await readNativeArchive(new Uint8Array(Buffer.concat(pieces)));
    // Read to its end, then refused for what it is not.
    expect(outcome).toMatchObject({
      ok: false,
      error: { params: { entry: 'manifest.json' } },
    });
    // A second on a quiet machine.
  }, 120_000);

  it('says how much of an archive is too large for one file', () => {
    const huge = { ...originalOf(new Uint8Array(), 'a'), sizeBytes: 3 * 1024 ** 3 };
    expect(
      nativeExporter.losses(bundleOf({ documents: [documentOf(1, bodyOf(), { originals: [huge] })] })),
    ).toMatchObject([{ count: 1024 }]);
  });

  it('counts pictures too, each once, with the originals', () => {
    const half = { ...originalOf(new Uint8Array(), 'a'), sizeBytes: 1024 ** 3 };
    const documents = [1, 2].map((number) => documentOf(number, bodyOf(), { originals: [half] }));
    const pictureBytes = () => new Map([[sha256Hex('a'.repeat(64)), 1024 ** 3 + 1024 ** 2]]);
    expect(nativeExporter.losses(bundleOf({ documents, pictureBytes }))).toMatchObject([{ count: 1 }]);
    expect(nativeExporter.losses(bundleOf({ documents }))).toEqual([]);
  });
});
