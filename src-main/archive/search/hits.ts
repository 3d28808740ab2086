/** The rows behind hits' keys, with a snippet cut in JavaScript (FTS5's own is quadratic on long rows). */
import type { SearchHit } from '@shared/contract/search-shapes';
import type { KindId } from '@shared/kinds/kinds';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';
import { type Snippet, snippetOf } from '@shared/query/snippet';
import type { SearchTerm } from '@shared/query/tokens';
import { labelsOfMany } from '../labels';
import { annotationCounts } from '../read-document';
import type { Store } from '../store';
import type { RankedHit } from './ranked';

/** Characters of a text looked through for a snippet: bounds the work on a 50 MB text. */
const longestLookedThrough = 1_000_000;

interface DocumentRow {
  readonly id: number;
  readonly uid: DocumentUid;
  readonly type: 'article' | 'note';
  readonly title: string;
  /** JSON. */
  readonly authors: string;
  readonly site: string;
  readonly url: string;
  readonly date: string;
  readonly language: string;
  readonly text: string;
}

function authorsOf({ authors }: Pick<DocumentRow, 'authors'>): readonly string[] {
  return authors === '[]' ? [] : JSON.parse(authors);
}

export function documentHits(
  store: Store,
  hits: readonly RankedHit[],
  terms: readonly SearchTerm[],
): readonly SearchHit[] {
  const ids = hits.map(({ id }) => id);
  const rows = store
    .sql<[number, string], DocumentRow>(
      `SELECT d.id, d.uid, d.type, d.title, d.authors, d.site, d.url, d.date, d.language, substr(b.text, 1, ?) AS text
       FROM documents d JOIN bodies b ON b.document = d.id WHERE d.id IN (SELECT value FROM json_each(?))`,
    )
    .all(longestLookedThrough, JSON.stringify(ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const counts = annotationCounts(store, ids);
  const labels = labelsOfMany(store, 'document', ids);
  return hits.flatMap(({ id, score }) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const { uid, type, title, site, url, date, language } = row;
    const snippet = snippetOf(row.text, terms);
    return [
      {
        uid,
        document: uid,
        kind: type,
        title,
        authors: authorsOf(row),
        site,
        url,
        date,
        lang: language,
        snippet: snippet.text,
        marks: snippet.marks,
        place: snippet.first,
        counts: counts.get(id)?.counts ?? {},
        labels: labels.get(id) ?? [],
        score,
      },
    ];
  });
}

interface PassageRow extends Omit<DocumentRow, 'type' | 'uid' | 'text'> {
  readonly uid: AnnotationUid;
  readonly document: number;
  readonly document_uid: DocumentUid;
  readonly kind: KindId;
  readonly exact: string;
  readonly comment: string;
  readonly start_offset: number;
  readonly orphaned: number;
}

export function passageHits(
  store: Store,
  hits: readonly RankedHit[],
  terms: readonly SearchTerm[],
): readonly SearchHit[] {
  const ids = hits.map(({ id }) => id);
  const rows = store
    .sql<[string], PassageRow>(
      `SELECT a.id, a.uid, a.document, d.uid AS document_uid, a.kind, a.exact, a.comment, a.start_offset, a.orphaned,
         d.title, d.authors, d.site, d.url, d.date, d.language
       FROM annotations a JOIN documents d ON d.id = a.document WHERE a.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const counts = annotationCounts(store, [...new Set(rows.map(({ document }) => document))]);
  const labels = labelsOfMany(store, 'annotation', ids);
  return hits.flatMap(({ id, score }) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const { uid, kind, title, site, url, date, language } = row;
    const { snippet, place } = passageSnippet(row, terms);
    return [
      {
        uid,
        document: row.document_uid,
        kind,
        title,
        authors: authorsOf(row),
        site,
        url,
        date,
        lang: language,
        snippet: snippet.text,
        marks: snippet.marks,
        place,
        counts: counts.get(row.document)?.counts ?? {},
        labels: labels.get(id) ?? [],
        score,
      },
    ];
  });
}

/** From the quote when a term stands there, else from the comment. */
function passageSnippet(
  row: PassageRow,
  terms: readonly SearchTerm[],
): { readonly snippet: Snippet; readonly place: SearchHit['place'] } {
  const inQuote = snippetOf(row.exact, terms);
  if (inQuote.first !== null) {
    const { start, end } = inQuote.first;
    return {
      snippet: inQuote,
      place: row.orphaned === 1 ? null : { start: row.start_offset + start, end: row.start_offset + end },
    };
  }
  const inComment = snippetOf(row.comment, terms);
  return { snippet: inComment.first === null ? inQuote : inComment, place: null };
}
