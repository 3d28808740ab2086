/**
 * Seals: beside each row a person can read stands a fingerprint of it, so that a flipped bit
 * is found though SQLite sees nothing wrong. Triggers of the connection keep them, whatever
 * function writes; being temporary they may call JavaScript, which `trusted_schema=OFF`
 * refuses to triggers of the file. An update takes the old row out of the seal and puts the
 * new one in: a row that was damaged before stays found, and is never sealed as it is.
 */
import type { Damaged, DamagedWhat } from '@shared/outcome/check-words';
import type { Connection } from './connect';
import { sealMask } from './seal';

/** A table whose rows bear a seal. */
interface SealedTable {
  readonly name: string;
  readonly key: readonly string[];
  /** What the seal is of. A column added later is added here, and put into the seals by its migration. */
  readonly columns: readonly string[];
  /** Sealed only in rows for which a condition holds; in the others something else proves them. */
  readonly sometimes?: { readonly columns: readonly string[]; readonly when: (row: string) => string };
  /** What a damaged row `r` is called: `name` and `of` are SQL. */
  readonly called: { readonly what: DamagedWhat; readonly name: string; readonly of?: string };
}

const titleOf = (document: string): string => `ifnull((SELECT title FROM documents WHERE id = ${document}), '?')`;
const titleOfAnnotation = (annotation: string): string =>
  titleOf(`(SELECT document FROM annotations WHERE id = ${annotation})`);

/** Every table with seals. What other tables hold is proven by content: bodies, originals' bytes, the index, what is derived. */
export const sealedTables: readonly SealedTable[] = [
  {
    name: 'documents',
    key: ['id'],
    columns: [
      ...[
        'id',
        'uid',
        'type',
        'title',
        'site',
        'authors',
        'url',
        'date',
        'language',
        'description',
        'excerpt',
        'revision',
      ],
      ...['created_at_ms', 'updated_at_ms', 'deleted_at_ms', 'body_saved_at_ms', 'body_reason', 'written_fields'],
    ],
    called: { what: 'details', name: titleOf('r.id') },
  },
  {
    name: 'originals',
    key: ['id'],
    columns: ['id', 'document', 'sha256', 'file_name', 'media_type', 'size_bytes', 'captured_at_ms'],
    called: { what: 'original-details', name: titleOf('r.document') },
  },
  {
    name: 'assets',
    key: ['sha256'],
    columns: ['sha256', 'media_type', 'width', 'height', 'size_bytes'],
    called: {
      what: 'picture-details',
      name: titleOf('(SELECT document FROM document_assets WHERE asset = r.sha256 LIMIT 1)'),
    },
  },
  {
    name: 'document_assets',
    key: ['document', 'asset'],
    columns: ['document', 'asset'],
    called: { what: 'document-pictures', name: titleOf('r.document') },
  },
  {
    name: 'annotations',
    key: ['id'],
    columns: [
      ...['id', 'uid', 'document', 'kind', 'orphaned', 'comment', 'fields'],
      ...['created_at_ms', 'updated_at_ms', 'deleted_at_ms'],
    ],
    // The place of one that stands is proven by the text, and moves with every save: sealing it would write each twice.
    sometimes: {
      columns: ['start_offset', 'end_offset', 'exact', 'prefix', 'suffix', 'text_hash'],
      when: (row) => `(${row}.orphaned = 1 OR ${row}.deleted_at_ms IS NOT NULL)`,
    },
    called: { what: 'annotation', name: 'substr(r.exact, 1, 40)', of: titleOf('r.document') },
  },
  {
    name: 'links',
    key: ['id'],
    columns: ['id', 'uid', 'from_annotation', 'to_annotation', 'to_document', 'relation', 'created_at_ms'],
    called: { what: 'link', name: titleOfAnnotation('r.from_annotation') },
  },
  { name: 'labels', key: ['id'], columns: ['id', 'name'], called: { what: 'label', name: 'r.name' } },
  {
    name: 'document_labels',
    key: ['document', 'label'],
    columns: ['document', 'label', 'position'],
    called: { what: 'document-labels', name: titleOf('r.document') },
  },
  {
    name: 'annotation_labels',
    key: ['annotation', 'label'],
    columns: ['annotation', 'label', 'position'],
    called: { what: 'annotation-labels', name: titleOfAnnotation('r.annotation') },
  },
  {
    name: 'collections',
    key: ['id'],
    columns: ['id', 'uid', 'parent', 'name'],
    called: { what: 'collection', name: 'r.name' },
  },
  {
    name: 'revisions',
    key: ['document', 'revision'],
    columns: ['document', 'revision', 'saved_at_ms', 'reason', 'title', 'length', 'body_sha256'],
    called: { what: 'version', name: 'r.revision', of: titleOf('r.document') },
  },
  {
    name: 'saved_searches',
    key: ['id'],
    columns: ['id', 'uid', 'name', 'query', 'sort', 'position'],
    called: { what: 'search', name: 'r.name' },
  },
  {
    name: 'alias_names',
    key: ['alias_set', 'position'],
    columns: ['alias_set', 'position', 'name'],
    called: { what: 'alias', name: 'r.name' },
  },
];

/** SQL for the seal of a row named `row`. */
function sealSql({ columns, sometimes }: SealedTable, row: string): string {
  const always = columns.map((column) => `${row}.${column}`);
  const others = sometimes?.columns.map((column) => `iif(${sometimes.when(row)}, ${row}.${column}, NULL)`) ?? [];
  return `seal_of(${[...always, ...others].join(', ')})`;
}

function triggersOf(table: SealedTable): string {
  const { name, key, columns, sometimes } = table;
  const found = key.map((column) => `${column} = new.${column}`).join(' AND ');
  const moved = `UPDATE ${name} SET seal = (old.seal - ${sealSql(table, 'old')} + ${sealSql(table, 'new')}) & ${sealMask} WHERE ${found};`;
  const updated = (kind: string, of: readonly string[], when = ''): string =>
    `CREATE TEMP TRIGGER IF NOT EXISTS seal_${name}_${kind} AFTER UPDATE OF ${of.join(', ')} ON main.${name} ${when} BEGIN ${moved} END;`;
  return [
    `CREATE TEMP TRIGGER IF NOT EXISTS seal_${name}_inserted AFTER INSERT ON main.${name}
       BEGIN UPDATE ${name} SET seal = ${sealSql(table, 'new')} WHERE ${found}; END;`,
    updated('updated', columns),
    sometimes === undefined ? '' : updated('moved', sometimes.columns, `WHEN ${sometimes.when('old')}`),
  ].join('\n');
}

const triggers = sealedTables.map(triggersOf).join('\n');

/** Has a connection keep the seals of what it writes. The archive must have the newest schema. */
export function keepSeals(db: Connection): void {
  db.exec(triggers);
}

/** What is not as it was sealed. */
export interface BrokenSeals {
  /** Rows compared. */
  readonly rows: number;
  /** Each damaged row. */
  readonly broken: readonly Damaged[];
}

/** Compares every row with its seal. */
export function brokenSeals(db: Connection): BrokenSeals {
  let rows = 0;
  const broken: Damaged[] = [];
  for (const table of sealedTables) {
    rows += Number(db.prepare(`SELECT count(*) FROM ${table.name}`).pluck().get());
    // NOT INDEXED: a covering index would be compared instead of the row that is read.
    const { what, name, of = `''` } = table.called;
    const found = db.prepare<[], Omit<Damaged, 'what'>>(
      `SELECT ifnull(cast(${name} AS TEXT), '?') AS name, ifnull(cast(${of} AS TEXT), '?') AS "of" FROM ${table.name} r NOT INDEXED
       WHERE r.seal <> ${sealSql(table, 'r')}`,
    );
    for (const row of found.all()) broken.push({ what, ...row });
  }
  return { rows, broken };
}

/** Seals every row as it is now: for rows copied out of a damaged file, after {@link brokenSeals} has told of them. */
export function sealAnew(db: Connection): void {
  for (const table of sealedTables) db.exec(`UPDATE ${table.name} AS r SET seal = ${sealSql(table, 'r')}`);
}
