/** An archive that goes out for Zotero and comes back into an empty one: references, notes, collections, relations. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block } from '@shared/model/block';
import { emptyMetadata } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import type { Archive } from '../archive/archive-api';
import { annotateQuote, insert, testArchive, testFolder } from '../archive/test-archive';
import { zoteroRdfExporter } from '../export/zotero/zotero-rdf-exporter';
import { parseFile } from '../import/parse-file';
import { createServices } from './services';

const mention = (title: string, document: DocumentUid) =>
  ({ type: 'mention', text: title, target: { document } }) as const;
const paragraph = (...inlines: Extract<Block, { type: 'paragraph' }>['inlines']): Block => ({
  type: 'paragraph',
  inlines,
});

function note(archive: Archive, title: string, blocks: readonly Block[], labels: readonly string[] = []): DocumentUid {
  return insert(archive, title, '', { type: 'note', body: { version: 1, blocks }, labels });
}

function library() {
  const archive = testArchive();
  const metadata = (url: string) => ({ ...emptyMetadata, url, site: 'Le Monde', date: '2025-10-27' });
  const summit = insert(archive, 'Le sommet 😀', 'Quelque 600 militaires.', {
    metadata: metadata('https://example.org/a'),
  });
  const bridge = insert(archive, 'Le pont', 'Il a rouvert.', { metadata: metadata('https://example.org/b') });
  const third = insert(archive, '세 번째', 'Un texte.', { metadata: metadata('https://example.org/c') });
  const claim = annotateQuote(archive, summit, '600 militaires', { comment: 'Qui le dit ?', labels: ['bilan'] });
  archive.link({ from: claim.uid, to: { document: bridge }, relation: 'supports' });
  const child = note(
    archive,
    'À vérifier',
    [
      paragraph(mention('Le sommet 😀', summit)),
      paragraph(
        { type: 'text', text: 'Le ' },
        { type: 'text', text: 'chiffre', marks: ['bold'] },
        { type: 'text', text: ' diffère : voir ' },
        mention('세 번째', third),
        { type: 'text', text: '.' },
      ),
    ],
    ['à faire'],
  );
  const alone = note(archive, 'Méthode', [
    paragraph({ type: 'text', text: 'Comparer les dépêches.' }),
    {
      type: 'listItem',
      list: 'bulleted',
      depth: 0,
      inlines: [mention('Le pont', bridge), { type: 'text', text: ' — ' }, mention('세 번째', third)],
    },
  ]);
  const outer = archive.createCollection({ name: 'Sommet', parent: null }).uid;
  const inner = archive.createCollection({ name: 'Sources', parent: outer }).uid;
  archive.addToCollection({ collection: outer, documents: [summit, alone] });
  archive.addToCollection({ collection: inner, documents: [bridge, child] });
  return { archive, summit, bridge, third, child, alone };
}

function written(archive: Archive) {
  const bundle = archive.readBundle({ take: 'all' }, 0);
  const [file] = zoteroRdfExporter.write(bundle);
  if (file === undefined) throw new Error('nothing was written');
  return { bundle, file, losses: zoteroRdfExporter.losses(bundle) };
}

async function brought(archive: Archive, bytes: Uint8Array) {
  const services = createServices({ archive, parse: (file) => parseFile(file), samplesFolder: '/nowhere' });
  const path = join(testFolder(), 'library.rdf');
  writeFileSync(path, bytes);
  const report = await services.importPaths([path]);
  expect(report.failed).toEqual([]);
  return { report, bundle: archive.readBundle({ take: 'all' }, 0) };
}

test('notes come back whole, on their references, with their mentions and labels', async () => {
  const { archive, child, alone } = library();
  const { bundle } = await brought(testArchive(), written(archive).file.bytes);
  for (const uid of [child, alone]) {
    const before = archive.openDocument({ uid }).document;
    const after = bundle.documents.find((document) => document.uid === uid);
    expect(after).toMatchObject({ type: 'note', title: before.title, body: before.body, labels: before.labels });
  }
});

test('collections come back nested, with their references and notes', async () => {
  const { archive } = library();
  const { file, bundle: before } = written(archive);
  const { bundle } = await brought(testArchive(), file.bytes);
  expect(bundle.collections.map(({ name, parent, uid }) => ({ name, parent, uid }))).toEqual(
    before.collections.map(({ name, parent, uid }) => ({ name, parent, uid })),
  );
  const sorted = ({ memberships }: typeof bundle): readonly string[] =>
    memberships.map(({ collection, document }) => `${collection} ${document}`).sort();
  expect(sorted(bundle)).toEqual(sorted(before));
});

test('a link comes back as a relation, told in a note that names both ends; what a note lists is said once', async () => {
  const { archive, summit, bridge, third } = library();
  const { bundle } = await brought(testArchive(), written(archive).file.bytes);
  const related = bundle.documents.find(({ title }) => title.startsWith('↔'));
  const named = related?.body.blocks.map((block) =>
    'inlines' in block ? block.inlines.flatMap((inline) => (inline.type === 'mention' ? [inline.target] : [])) : [],
  );
  expect(named).toEqual([[{ document: summit }, { document: bridge }]]);
  expect(JSON.stringify(related?.body)).not.toContain(third);
});

test('into the archive it came from nothing comes twice', async () => {
  const { archive } = library();
  const { file, bundle: before } = written(archive);
  const { report, bundle } = await brought(archive, file.bytes);
  // Only what the format made of passages and links is new.
  expect(report.imported.map(({ title }) => title)).toEqual(['Passages — Le sommet 😀', '↔ library']);
  expect(bundle.documents).toHaveLength(before.documents.length + 2);
});

test('notes follow references that are here under another id', async () => {
  const { archive, summit } = library();
  const other = testArchive();
  const here = insert(other, 'Le sommet', 'Ses mots.', {
    metadata: { ...emptyMetadata, url: 'https://example.org/a' },
  });
  const { bundle } = await brought(other, written(archive).file.bytes);
  expect(bundle.documents.some(({ uid }) => uid === summit)).toBe(false);
  expect(other.openDocument({ uid: here }).backlinks.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['À vérifier', '↔ library']),
  );
});

test('what it can’t carry is said: texts, passages’ places, typed links', () => {
  const { archive } = library();
  expect(written(archive).losses.map(({ what, count }) => `${count} ${what}`)).toEqual([
    '3 texts of documents (only what is known about them is written)',
    '1 passages (written into a note, without their place)',
    '1 links between passages (written as text)',
  ]);
});
