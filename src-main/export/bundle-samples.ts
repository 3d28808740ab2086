/** Bundles for the exporters' tests: one by hand, with every block kind, and generated ones. Used by tests only. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { describe as describePassage } from '@shared/anchors/describe';
import type { Annotation, Link } from '@shared/model/annotation';
import { type Asset, assetsNamedBy } from '@shared/model/asset';
import type { Block, Body, Inline } from '@shared/model/block';
import { type ExportBundle, likelyOrigin } from '@shared/model/bundle';
import { type Document, emptyMetadata, type OriginalInfo } from '@shared/model/document';
import { annotationUid, collectionUid, documentUid, linkUid, sha256Hex } from '@shared/model/ids';
import { normaliseBody, textOf } from '@shared/text/canonical-text';

/** A uid told apart by a number, one space of numbers a type of object. */
export const uidOf = (type: 'd' | 'a' | '1' | 'c', number: number): string =>
  `0192${type.padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

export const hashOf = (bytes: Uint8Array) => sha256Hex(createHash('sha256').update(bytes).digest('hex'));

export const bodyOf = (...blocks: readonly Block[]): Body => normaliseBody({ version: 1, blocks });
export const paragraph = (...inlines: readonly (Inline | string)[]): Block => ({
  type: 'paragraph',
  inlines: inlines.map((inline) => (typeof inline === 'string' ? { type: 'text', text: inline } : inline)),
});

/** A document with sensible values where none are given. */
export function documentOf(number: number, body: Body, given: Partial<Document> = {}): Document {
  return {
    uid: documentUid(uidOf('d', number)),
    type: 'article',
    title: `Document ${number}`,
    metadata: emptyMetadata,
    body,
    text: textOf(body),
    labels: [],
    originals: [],
    revision: 1,
    createdAtMs: Date.UTC(2025, 9, 28, 8, 0, 0),
    updatedAtMs: Date.UTC(2025, 9, 28, 9, 0, 0),
    deletedAtMs: null,
    ...given,
  };
}

/** An annotation of the passage's only (or first) place in the document's text. */
export function annotationOf(
  number: number,
  document: Document,
  quote: string,
  given: Partial<Annotation> = {},
): Annotation {
  const start = document.text.indexOf(quote);
  return {
    uid: annotationUid(uidOf('a', number)),
    document: document.uid,
    kind: 'claim',
    selector: describePassage(document.text, start, start + quote.length),
    orphaned: false,
    comment: '',
    labels: [],
    fields: {},
    createdAtMs: Date.UTC(2025, 9, 29, 10, 30, 0),
    updatedAtMs: Date.UTC(2025, 9, 29, 10, 30, 0),
    ...given,
  };
}

export function linkOf(
  number: number,
  from: Annotation,
  to: Annotation | Document,
  relation: Link['relation'] = 'supports',
): Link {
  const end = 'selector' in to ? { annotation: to.uid } : { document: to.uid };
  return { uid: linkUid(uidOf('1', number)), from: from.uid, to: end, relation, createdAtMs: Date.UTC(2025, 9, 30) };
}

export function bundleOf(parts: Partial<ExportBundle>, originals: readonly Uint8Array[] = []): ExportBundle {
  const bytes = new Map(originals.map((original) => [hashOf(original), original]));
  return {
    archiveName: 'Sommet',
    exportedAtMs: Date.UTC(2025, 10, 1, 12, 0, 0),
    documents: [],
    annotations: [],
    links: [],
    collections: [],
    memberships: [],
    keptApart: [],
    referenced: [],
    quotedPlaces: [],
    readHistory: (uid) => {
      const document = parts.documents?.find((each) => each.uid === uid);
      if (document === undefined) throw new Error(`no document ${uid}`);
      return { present: likelyOrigin(document), earlier: [] };
    },
    readOriginal: (sha256) => {
      const found = bytes.get(sha256);
      if (found === undefined) throw new Error(`no original ${sha256}`);
      return found;
    },
    readAsset: () => null,
    describeAsset: (sha256) => parts.readAsset?.(sha256) ?? null,
    pictureBytes: (uid) => {
      const document = parts.documents?.find((each) => each.uid === uid);
      const named = document === undefined ? [] : [...assetsNamedBy(document.body)];
      return new Map(named.map((sha256) => [sha256, parts.readAsset?.(sha256)?.bytes.length ?? 0]));
    },
    ...parts,
  };
}

/** A PNG of one colour, told apart by it; what any program that reads pictures reads. */
export function pngOf(width: number, height: number, colour: readonly [number, number, number]): Asset {
  const chunk = (type: string, data: Uint8Array): Uint8Array => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    framed.set(body, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = [0, ...Array.from({ length: width }, () => colour).flat()];
  const pixels = Buffer.from(Array.from({ length: height }, () => row).flat());
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))];
  const bytes = new Uint8Array(Buffer.concat(parts));
  return { sha256: hashOf(bytes), mediaType: 'image/png', width, height, bytes };
}

/** How a bundle answers for these pictures. */
export const assetsOf =
  (...assets: readonly Asset[]): ExportBundle['readAsset'] =>
  (sha256) =>
    assets.find((asset) => asset.sha256 === sha256) ?? null;

export const originalOf = (bytes: Uint8Array, fileName: string): OriginalInfo => ({
  sha256: hashOf(bytes),
  fileName,
  mediaType: 'text/html',
  sizeBytes: bytes.length,
  capturedAtMs: Date.UTC(2025, 9, 28, 7, 0, 0),
});

/** An article and a note in several scripts, with overlapping, orphaned and linked annotations, a nested collection and an original. */
export function sampleBundle(): ExportBundle {
  const original = new TextEncoder().encode('<p>Entre Moscou et Pyongyang</p>');
  const article = documentOf(
    1,
    bodyOf(
      {
        type: 'heading',
        level: 2,
        inlines: [{ type: 'text', text: 'Entre Moscou et Pyongyang, l’entente parfaite #' }],
      },
      paragraph(
        'Selon les décomptes officieux, ',
        { type: 'text', text: 'quasiment 600 militaires nord-coréens ', marks: ['bold'] },
        'ont perdu la vie 🕊️.',
      ),
      paragraph(
        '조선민주주의인민공화국 ',
        { type: 'text', text: '외무상(최선희)', marks: ['bold'] },
        '은 모스크바를 방문했다. «Ё» и е.',
      ),
      paragraph('1. Not a list\n# not a heading\n> not a quote, [not](a link) *nor* this'),
      { type: 'listItem', list: 'bulleted', depth: 0, inlines: [{ type: 'text', text: 'militaire' }] },
      { type: 'listItem', list: 'ordered', depth: 1, inlines: [{ type: 'text', text: 'Koursk' }] },
      { type: 'listItem', list: 'ordered', depth: 1, inlines: [{ type: 'text', text: 'envoi de\ntroupes' }] },
      { type: 'listItem', list: 'checked', depth: 0, checked: true, inlines: [{ type: 'text', text: '[x] vérifié' }] },
      {
        type: 'table',
        rows: [
          {
            cells: [
              { header: true, blocks: [paragraph('a|b')] },
              { header: true, blocks: [paragraph('c')] },
            ],
          },
          {
            cells: [
              { header: false, blocks: [paragraph({ type: 'text', text: 'x|`y', marks: ['code'] })] },
              { header: false, blocks: [paragraph('1'), paragraph('2')] },
            ],
          },
        ],
      },
      { type: 'code', language: 'md', text: '```\nfence\n```' },
      { type: 'image', asset: null, alt: 'Le [Kremlin]', inlines: [{ type: 'text', text: 'Photo : TASS' }] },
      { type: 'rule' },
      {
        type: 'quote',
        inlines: [{ type: 'text', text: 'Tous les feux sont au vert', link: 'https://example.org/a_(b)?c=1&d=<2>' }],
      },
    ),
    {
      title: 'Russie – Corée du Nord : « tous les feux\n---\nsont au vert »',
      metadata: {
        authors: ['Choe Son Hui', 'no'],
        site: 'Le Monde',
        url: 'https://example.org/a',
        date: '2025-10-27',
        language: 'fr',
        description: 'key: value # not a comment',
      },
      labels: ['Corée/Nord', 'sommet'],
      originals: [originalOf(original, 'article.html')],
    },
  );
  const claim = annotationOf(1, article, 'quasiment 600 militaires nord-coréens', {
    comment: '# Officieux\nVoir ---\n\n<script>alert(1)</script>',
    labels: ['bilan'],
    fields: { verdict: 'disputed', speaker: 'Séoul' },
  });
  const overlapping = annotationOf(2, article, '600 militaires nord-coréens ont perdu la vie 🕊️', {
    kind: 'event',
    fields: { date: '2024-12', place: 'Koursk' },
  });
  const hangul = annotationOf(3, article, '외무상(최선희)', {
    kind: 'source',
    fields: { name: '최선희', sourceType: 'official' },
  });
  const orphan: Annotation = {
    ...annotationOf(4, article, 'Koursk'),
    orphaned: true,
    selector: { start: 4, end: 12, exact: 'not\nthere', prefix: '', suffix: '', textHash: '0' },
  };
  const note = documentOf(
    2,
    bodyOf(
      paragraph('Voir ', { type: 'mention', text: 'l’article', target: { document: article.uid } }, ' et ', {
        type: 'mention',
        text: 'le bilan',
        target: { annotation: claim.uid },
      }),
      { type: 'passage', annotation: claim.uid, document: article.uid, text: claim.selector.exact },
      {
        type: 'passage',
        annotation: annotationUid(uidOf('a', 99)),
        document: documentUid(uidOf('d', 99)),
        text: 'ailleurs',
      },
    ),
    { type: 'note', title: 'CON' },
  );
  const parent = collectionUid(uidOf('c', 1));
  const child = collectionUid(uidOf('c', 2));
  return bundleOf(
    {
      documents: [article, note],
      annotations: [claim, overlapping, hangul, orphan],
      links: [
        linkOf(1, claim, hangul, 'attributed-to'),
        linkOf(2, overlapping, note, 'related'),
        linkOf(3, claim, annotationOf(98, article, 'Koursk'), 'contradicts'),
      ],
      collections: [
        { uid: parent, parent: null, name: 'Sommet', documents: 1 },
        { uid: child, parent, name: 'Sources / 소스', documents: 1 },
      ],
      memberships: [
        { collection: parent, document: article.uid },
        { collection: child, document: note.uid },
      ],
      referenced: [{ uid: documentUid(uidOf('d', 99)), title: 'Un autre article', metadata: emptyMetadata }],
    },
    [original],
  );
}
