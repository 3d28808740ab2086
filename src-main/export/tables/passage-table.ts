/** The table of passages: one row a passage, columns to choose from. Shared by CSV and XLSX. */
import type { ExportChoices, ExportLanguage, ExportOption } from '@shared/contract/export-choices';
import { chosenFor } from '@shared/contract/export-choices';
import { kinds } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { ExportBundle, Loss } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import { codePointsBefore } from '@shared/text/code-points';
import { countEarlier, lossesOf } from '../count-losses';
import { type BundleIndex, indexBundle } from '../reading/bundle-index';
import { fieldFacts, isoTime, kindWords, linkTarget, oneLine, relationWords } from '../reading/passage-words';
import { readingWords } from '../reading/reading-words';

interface Row {
  readonly annotation: Annotation;
  readonly document: Document;
  readonly index: BundleIndex;
  readonly language: ExportLanguage;
}

interface Column {
  readonly id: string;
  readonly label: { readonly en: string; readonly fr: string };
  readonly cellOf: (row: Row) => string;
  /** Chosen unless the person chooses otherwise. */
  readonly usual: boolean;
}

const column = (id: string, en: string, fr: string, cellOf: Column['cellOf'], usual = true): Column => ({
  id,
  label: { en, fr },
  cellOf,
  usual,
});

/** Every field of every kind once; a field two kinds share is one column. */
function fieldColumns(): readonly Column[] {
  const columns = new Map<string, Column>();
  for (const { fields } of kinds) {
    for (const { id, label } of fields) {
      if (columns.has(id)) continue;
      columns.set(
        id,
        // Dates are written as they are kept, which sorts and which programs read.
        column(id, label.en, label.fr, ({ annotation, language }) =>
          id === 'date'
            ? (annotation.fields[id] ?? '')
            : (fieldFacts(annotation, language).find((fact) => fact.id === id)?.value ?? ''),
        ),
      );
    }
  }
  return [...columns.values()];
}

const linksOf = ({ annotation, index, language }: Row): string =>
  index
    .linksOf(annotation.uid)
    .map((end) => `${relationWords(end.link, end.outgoing, language)} ${linkTarget(end, index, language)}`)
    .join('\n');

const columns: readonly Column[] = [
  column('kind', 'Kind', 'Type', ({ annotation, language }) => kindWords(annotation.kind, language)),
  column('passage', 'Passage', 'Passage', ({ annotation }) => annotation.selector.exact),
  column('comment', 'Comment', 'Commentaire', ({ annotation }) => annotation.comment),
  ...fieldColumns(),
  column('labels', 'Labels', 'Étiquettes', ({ annotation }) => annotation.labels.join(', ')),
  column('links', 'Links', 'Liens', linksOf),
  column('state', 'State', 'État', ({ annotation, language }) =>
    annotation.orphaned ? readingWords[language].orphaned : '',
  ),
  column('document', 'Document', 'Document', ({ document }) => oneLine(document.title)),
  column('authors', 'Authors', 'Auteurs', ({ document }) => document.metadata.authors.join('; ')),
  column('site', 'Site', 'Site', ({ document }) => document.metadata.site),
  column('published', 'Published', 'Publié', ({ document }) => document.metadata.date),
  column('page', 'Page', 'Page', ({ annotation, index }) => index.pagesOf(annotation) ?? ''),
  column('address', 'Address', 'Adresse', ({ document }) => document.metadata.url),
  column('language', 'Language', 'Langue', ({ document }) => document.metadata.language, false),
  column(
    'collections',
    'Collections',
    'Collections',
    ({ document, index }) => index.collectionsOf(document.uid).join('\n'),
    false,
  ),
  column('before', 'Words before', 'Mots avant', ({ annotation }) => annotation.selector.prefix, false),
  column('after', 'Words after', 'Mots après', ({ annotation }) => annotation.selector.suffix, false),
  column('start', 'First character', 'Premier caractère', (row) => place(row, row.annotation.selector.start), false),
  column('end', 'Last character + 1', 'Dernier caractère + 1', (row) => place(row, row.annotation.selector.end), false),
  column('created', 'Created', 'Créé', ({ annotation }) => isoTime(annotation.createdAtMs), false),
  column('uid', 'Id', 'Identifiant', ({ annotation }) => annotation.uid, false),
  column('documentUid', 'Document’s id', 'Identifiant du document', ({ document }) => document.uid, false),
];

/** In code points, which spreadsheets and scripts count; empty for an orphan. */
const place = ({ annotation, document }: Row, offset: number): string =>
  annotation.orphaned ? '' : String(codePointsBefore(document.text, offset));

/** What a table may hold, to choose from. */
export const columnsOption: ExportOption = {
  id: 'columns',
  type: 'several',
  label: { en: 'Columns', fr: 'Colonnes' },
  options: columns.map(({ id, label }) => ({ id, label })),
  byDefault: columns.filter(({ usual }) => usual).map(({ id }) => id),
};

/** The heads and rows of the table, passages by document and place. */
export function passageTable(
  bundle: ExportBundle,
  choices: ExportChoices,
): { readonly heads: readonly string[]; readonly rows: Iterable<readonly string[]> } {
  const { language } = choices;
  const chosen = chosenFor(columnsOption, choices).flatMap((id) => columns.filter((each) => each.id === id));
  const index = indexBundle(bundle);
  function* rows(): Generator<readonly string[]> {
    for (const document of bundle.documents)
      for (const annotation of index.annotationsOf(document.uid))
        yield chosen.map(({ cellOf }) => cellOf({ annotation, document, index, language }));
  }
  return { heads: chosen.map(({ label }) => label[language]), rows: rows() };
}

/** A table of passages has no texts: what it leaves behind beside what the columns say. */
export function tableLosses(bundle: ExportBundle, longCells: number): readonly Loss[] {
  const withPassages = new Set(bundle.annotations.map(({ document }) => document));
  return lossesOf({
    bodies: withPassages.size,
    passagelessDocuments: bundle.documents.filter(({ uid }) => !withPassages.has(uid)).length,
    longCells,
    earlierVersions: countEarlier(bundle),
  });
}
