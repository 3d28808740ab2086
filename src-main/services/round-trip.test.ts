/** What goes out in a format that has both directions, and comes back: all of it, or what was said to be lost. */
import { textOf } from '@shared/text/canonical-text';
import { describe, expect, it } from 'vitest';
import { projectExporter } from '../export/refi-qda/project-exporter';
import { trialBundle } from '../export/trial-bundle';
import { parseFile } from '../import/parse-file';

async function parsed(name: string, bytes: Uint8Array) {
  const outcome = await parseFile({ name, bytes });
  if (!outcome.ok) throw new Error(outcome.error.message);
  if (outcome.value.holds !== 'documents') throw new Error('not documents');
  return outcome.value.documents;
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

  it('brings orphans back as a note, and says of links and sets that they were not made', async () => {
    const documents = await parsed('p.qdpx', bytes());
    const orphans = documents.filter(({ type }) => type === 'note');
    expect(orphans.map(({ body }) => textOf(body)).join('\n')).toContain('perdu');
    expect(documents.flatMap((each) => each.losses)).toEqual([
      { what: 'passageLinksInComments', count: 3 },
      { what: 'sets', count: 2 },
    ]);
  });
});
