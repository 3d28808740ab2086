/** What goes out in a format that has both directions, and comes back: all of it, or what was said to be lost. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from '@shared/text/canonical-text';
import { describe, expect, it } from 'vitest';
import { testArchive, testFolder } from '../archive/test-archive';
import { hypothesisExporter } from '../export/hypothesis/hypothesis-exporter';
import { bibtexExporter } from '../export/references/bibtex-exporter';
import { cslExporter } from '../export/references/csl-exporter';
import { risExporter } from '../export/references/ris-exporter';
import { projectExporter } from '../export/refi-qda/project-exporter';
import { trialBundle } from '../export/trial-bundle';
import { webAnnotationExporter } from '../export/web-annotation/web-annotation-exporter';
import { zoteroRdfExporter } from '../export/zotero/zotero-rdf-exporter';
import { parseFile } from '../import/parse-file';
import { createServices } from './services';

async function parsed(name: string, bytes: Uint8Array) {
  const outcome = await parseFile({ name, bytes });
  if (!outcome.ok) throw new Error(outcome.error.message);
  if (outcome.value.holds !== 'documents') throw new Error('not documents');
  return outcome.value.documents;
}

async function passagesIn(name: string, bytes: Uint8Array) {
  const outcome = await parseFile({ name, bytes });
  if (!outcome.ok) throw new Error(outcome.error.message);
  if (outcome.value.holds !== 'annotations') throw new Error('not annotations');
  return outcome.value;
}
/** An archive with these documents, under their ids. */
function archiveOf(documents: ReturnType<typeof trialBundle>['documents']) {
  const archive = testArchive();
  for (const { uid, type, title, metadata, body, labels } of documents)
    archive.insertImported({ uid, type, title, metadata, body, labels, mediaType: 'text/html', losses: [] }, null);
  return { archive, documents: documents.map(({ uid }) => uid) };
}
/** What an archive holds after a file has come in as people bring it in. */
async function imported(archive: ReturnType<typeof testArchive>, name: string, bytes: Uint8Array) {
  const services = createServices({ archive, parse: (file) => parseFile(file), samplesFolder: '/nowhere' });
  const folder = testFolder();
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const report = await services.importPaths([path]);
  expect(report.failed).toEqual([]);
  const { links, collections, memberships, annotations } = archive.readBundle({ take: 'all' }, 0);
  return { links, collections, memberships, annotations };
}
/** As addresses are kept. */
const asAddress = (url: string): string => (url === '' ? '' : new URL(url).href);

describe.each(['en', 'fr'] as const)('a project Postil wrote in %s', (language) => {
  const bundle = trialBundle();
  const bytes = () => [...projectExporter.write(bundle, { language, values: {} })][0]?.bytes ?? new Uint8Array();

  it('brings back every document with its words, id and facts', async () => {
    const documents = (await parsed('p.qdpx', bytes())).filter(({ type }) => type === 'article');
    expect(documents).toHaveLength(bundle.documents.length);
    for (const document of bundle.documents) {
      const back = documents.find(({ uid }) => uid === document.uid);
      expect(back && textOf(back.body)).toBe(document.text);
      const { site, url, date } = document.metadata;
      expect(back?.metadata).toMatchObject({ site, url: asAddress(url), date });
    }
  });

  it('brings back every placed passage: words, kind, choices, labels, id', async () => {
    const documents = await parsed('p.qdpx', bytes());
    const back = documents.flatMap(({ annotations = [], body }) => {
      const text = textOf(body);
      return annotations.map((passage) => ({ ...passage, exact: text.slice(passage.start, passage.end) }));
    });
    const placed = bundle.annotations.filter(({ orphaned }) => !orphaned);
    expect(back).toHaveLength(placed.length);
    for (const { uid, kind, selector, labels, fields, comment, createdAtMs } of placed) {
      const passage = back.find((each) => each.uid === uid);
      expect(passage).toMatchObject({ kind, labels, start: selector.start, exact: selector.exact, createdAtMs });
      // Names on one line come back as they were; dates as far as words of the language say them.
      const { date: _, ...certain } = fields;
      expect(passage?.fields).toMatchObject(certain);
      expect(passage?.comment.startsWith(comment)).toBe(true);
    }
  });

  it('brings orphans back as a note', async () => {
    const documents = await parsed('p.qdpx', bytes());
    const orphans = documents.filter(({ type }) => type === 'note');
    expect(orphans.map(({ body }) => textOf(body)).join('\n')).toContain('perdu');
    expect(documents.flatMap((each) => each.losses)).toEqual([]);
  });

  it('brings links back between the passages, said no second time in words, and sets as collections', async () => {
    const archive = testArchive();
    const again = await imported(archive, 'p.qdpx', bytes());
    const written = bundle.links.filter(({ from }) => !bundle.annotations.find(({ uid }) => uid === from)?.orphaned);
    const plain = ({ uid, from, to, relation }: (typeof bundle.links)[number]) => ({ uid, from, to, relation });
    expect(again.links.map(plain)).toEqual(expect.arrayContaining(written.map(plain)));
    expect(again.links).toHaveLength(written.length);
    const [bold] = bundle.annotations;
    expect(again.annotations.find(({ uid }) => uid === bold?.uid)?.comment).toBe(bold?.comment);
    expect(again.memberships).toEqual(bundle.memberships);
    expect(again.collections.map(({ name }) => name)).toEqual(['Sommet - Summit', 'Sommet - Summit - 소스 & sources']);
    const twice = await imported(archive, 'p.qdpx', bytes());
    expect({ ...twice, annotations: [] }).toMatchObject({ links: again.links, memberships: again.memberships });
  });
});

describe('Web Annotations Postil wrote', () => {
  const bundle = trialBundle();
  const file = () => [...webAnnotationExporter.write(bundle)][0]?.bytes ?? new Uint8Array();

  it('bring back every link between passages and documents that are here', async () => {
    const { archive } = archiveOf(bundle.documents);
    expect((await imported(archive, 'a.jsonld', file())).links).toEqual(bundle.links);
  });

  it('bring back every passage, orphans too, by document', async () => {
    const { sources, losses } = await passagesIn('a.jsonld', file());
    expect(losses).toEqual([]);
    const back = sources.flatMap(({ uid, passages }) => passages.map((passage) => ({ ...passage, document: uid })));
    expect(back).toHaveLength(bundle.annotations.length);
    for (const { uid, document, kind, comment, labels, fields, selector, createdAtMs } of bundle.annotations) {
      const { exact, prefix, suffix } = selector;
      const passage = back.find((each) => each.uid === uid);
      expect(passage).toMatchObject({ document, kind, comment, labels, fields, exact, prefix, suffix, createdAtMs });
    }
  });

  it('go back to their places in an archive that has the texts, once, and orphans stay orphans', async () => {
    const { archive, documents } = archiveOf(bundle.documents);
    const { sources } = await passagesIn('a.jsonld', file());
    const orphans = bundle.annotations.filter(({ orphaned }) => orphaned).length;
    const outcomes = archive.attachAnnotations(sources);
    expect(outcomes.reduce((sum, outcome) => sum + (outcome?.attached ?? 0), 0)).toBe(
      bundle.annotations.length - orphans,
    );
    expect(outcomes.reduce((sum, outcome) => sum + (outcome?.orphaned ?? 0), 0)).toBe(orphans);
    const placed = documents.flatMap((uid) => archive.openDocument({ uid }).annotations);
    for (const { uid, selector, orphaned } of bundle.annotations.filter((each) => !each.orphaned)) {
      const { start, end, exact } = selector;
      expect(placed.find((each) => each.uid === uid)).toMatchObject({ orphaned, selector: { start, end, exact } });
    }
    expect(archive.attachAnnotations(sources)).toMatchObject(documents.map(() => ({ attached: 0, orphaned: 0 })));
  });
});

describe.each(['en', 'fr'] as const)('Hypothesis files Postil wrote in %s', (language) => {
  const bundle = trialBundle();
  const files = () => [...hypothesisExporter.write(bundle, { language, values: {} })];

  it('bring back every passage with kind, labels and the fields it says in words', async () => {
    const back = [];
    for (const { path, bytes } of files()) back.push(...(await passagesIn(path, bytes)).sources);
    const passages = back.flatMap((source) => source.passages);
    expect(passages).toHaveLength(bundle.annotations.length);
    for (const { uid, kind, labels, fields, selector, comment } of bundle.annotations) {
      const passage = passages.find((each) => each.uid === uid);
      const { date: _, ...certain } = fields;
      expect(passage).toMatchObject({ kind, labels, exact: selector.exact, fields: certain });
      expect(passage?.comment.startsWith(comment.trim())).toBe(true);
    }
  });

  it('find their documents by address, or by id', async () => {
    const { archive } = archiveOf(bundle.documents);
    let attached = 0;
    for (const { path, bytes } of files())
      for (const outcome of archive.attachAnnotations((await passagesIn(path, bytes)).sources))
        attached += outcome?.attached ?? 0;
    expect(attached).toBe(bundle.annotations.filter(({ orphaned }) => !orphaned).length);
  });
});

describe.each([
  { exporter: risExporter, keepsId: true, keepsDoubt: false },
  { exporter: bibtexExporter, keepsId: false, keepsDoubt: true },
  { exporter: cslExporter, keepsId: true, keepsDoubt: true },
  { exporter: zoteroRdfExporter, keepsId: true, keepsDoubt: false },
])('references Postil wrote as $exporter.id', ({ exporter, keepsId, keepsDoubt }) => {
  const bundle = trialBundle();
  const file = () => {
    const [written] = exporter.write(bundle);
    if (written === undefined) throw new Error('nothing was written');
    return written;
  };
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

  it('bring back title, site, address, date, language, description and labels of each', async () => {
    const back = (await parsed(file().path, file().bytes)).filter(({ type }) => type === 'article');
    expect(back).toHaveLength(bundle.documents.length);
    for (const [index, { uid, title, metadata, labels }] of bundle.documents.entries()) {
      const document = back[index];
      const { date } = metadata;
      expect(document).toMatchObject({
        title: plain(title),
        labels: labels.map(plain),
        metadata: {
          site: metadata.site,
          url: asAddress(metadata.url),
          date: keepsDoubt ? date : date.replace('~', ''),
          language: metadata.language,
          description: plain(metadata.description),
        },
      });
      expect(document?.uid).toBe(keepsId ? uid : undefined);
    }
  });

  it('bring back every author, whatever the script', async () => {
    const back = await parsed(file().path, file().bytes);
    const authors = back.flatMap(({ metadata }) => metadata.authors);
    expect(authors).toEqual(['Choe Son Hui', 'Agence France-Presse', 'Anne Martin', '최선희']);
  });
});
