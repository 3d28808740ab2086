/** A folder of Markdown that goes out and comes back into an empty archive: passages, and the links between them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isSymmetric, relations } from '@shared/kinds/relations';
import type { ExportBundle } from '@shared/model/bundle';
import { expect, test } from 'vitest';
import { testArchive, testFolder } from '../archive/test-archive';
import { annotationOf, bodyOf, bundleOf, documentOf, linkOf, paragraph } from '../export/bundle-samples';
import { markdownExporter } from '../export/markdown/markdown-exporter';
import { trialBundle } from '../export/trial-bundle';
import { parseFile } from '../import/parse-file';
import { withCompanions } from './companions';
import { createServices } from './services';

async function back(
  bundle: ExportBundle,
  links: 'wikilinks' | 'relative' = 'wikilinks',
  order = (paths: string[]) => paths,
) {
  const folder = join(testFolder(), 'vault');
  mkdirSync(folder);
  const paths: string[] = [];
  for (const { path, bytes } of markdownExporter.write(bundle, { language: 'en', values: { links: [links] } })) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    if (path.endsWith('.md')) paths.push(file);
  }
  const archive = testArchive();
  const services = createServices({
    archive,
    parse: (file) => parseFile(withCompanions(file)),
    samplesFolder: '/nowhere',
  });
  const report = await services.importPaths(order(paths));
  expect(report.failed).toEqual([]);
  return { archive, report, bundle: archive.readBundle({ take: 'all' }, 0) };
}

/** A link that says the same both ways may come back from its other end. */
const plain = (links: ExportBundle['links']): readonly string[] =>
  links
    .map(({ from, to, relation }) => {
      const ends = [from, 'annotation' in to ? to.annotation : to.document];
      return `${(isSymmetric(relation) ? ends.sort() : ends).join(' → ')} ${relation}`;
    })
    .sort();

/** Two documents, and links of every relation between their passages, one leading to a document as a whole. */
function linkedBundle() {
  const first = documentOf(1, bodyOf(paragraph('Quelque 600 militaires « [[ont]] perdu » la vie.')), {
    title: 'B | un',
  });
  const second = documentOf(2, bodyOf(paragraph('Séoul parle de 300 morts (au plus).')), { title: 'A [deux]' });
  const third = documentOf(3, bodyOf(paragraph('Sans passage.')), { title: 'Z seul' });
  const one = annotationOf(1, first, '« [[ont]] perdu »');
  const other = annotationOf(2, second, '300 morts (au plus)');
  const links = relations.map(({ id }, index) =>
    linkOf(index + 1, index % 2 === 0 ? one : other, index % 2 === 0 ? other : one, id),
  );
  return bundleOf({
    documents: [first, second, third],
    annotations: [one, other],
    links: [...links, linkOf(20, other, third, 'happened-in'), linkOf(21, one, third, 'supports')],
  });
}

test.each([
  ['as they are named', (paths: string[]) => paths],
  ['the other way round', (paths: string[]) => paths.toReversed()],
])('links between passages, and to documents, come back: files %s', async (_order, order) => {
  const bundle = linkedBundle();
  const { bundle: again, report } = await back(bundle, 'wikilinks', order);
  expect(plain(again.links)).toEqual(plain(bundle.links));
  expect(report.imported.flatMap(({ losses }) => losses)).toEqual([]);
});

test('all that comes back, or is said to be words only', async () => {
  const bundle = trialBundle();
  const { bundle: again } = await back(bundle);
  const said = markdownExporter.losses(bundle).find(({ what }) => what.includes('written as text'));
  expect(again.links).toHaveLength(bundle.links.length - (said?.count ?? 0));
  expect(said?.count).toBe(1);
});

test('in Markdown’s own links passages have no name: said on the way out and on the way in', async () => {
  const bundle = linkedBundle();
  const choices = { language: 'en', values: { links: ['relative'] } } as const;
  const said = markdownExporter.losses(bundle, choices).find(({ what }) => what.includes('written as text'));
  expect(said?.count).toBe(relations.length);
  const { bundle: again, report } = await back(bundle, 'relative');
  expect(again.links).toHaveLength(2);
  expect(report.imported.flatMap(({ losses }) => losses)).toMatchObject([
    { what: 'passageLinks', count: relations.length },
    { what: 'passageLinks', count: relations.length },
  ]);
});

test('into the archive they came from links come no second time', async () => {
  const bundle = linkedBundle();
  const { archive, bundle: before } = await back(bundle);
  const folder = join(testFolder(), 'again');
  mkdirSync(folder);
  const paths = [...markdownExporter.write(before)].map(({ path, bytes }) => {
    writeFileSync(join(folder, path), bytes);
    return join(folder, path);
  });
  const services = createServices({
    archive,
    parse: (file) => parseFile(withCompanions(file)),
    samplesFolder: '/nowhere',
  });
  await services.importPaths(paths);
  expect(plain(archive.readBundle({ take: 'all' }, 0).links)).toEqual(plain(bundle.links));
});
