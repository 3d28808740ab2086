-- Schema 1. Integer keys inside, `uid` outside; times in milliseconds since 1970;
-- offsets in UTF-16 code units; JSON where only JavaScript looks inside.

-- What lists show. Bodies stay apart so that sorting 100,000 rows reads little.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  site TEXT NOT NULL,
  site_key TEXT NOT NULL,
  authors TEXT NOT NULL,
  url TEXT NOT NULL,
  date TEXT NOT NULL,
  language TEXT NOT NULL,
  description TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  revision INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
-- One for each sort, all led by the bin: SQLite would prefer a narrower-looking one and sort
-- by hand, and a partial one would read each row for its deleted_at_ms.
CREATE INDEX documents_added ON documents (deleted_at_ms, created_at_ms);
CREATE INDEX documents_updated ON documents (deleted_at_ms, updated_at_ms);
-- `id` before what only filters, or equal dates would be sorted by hand.
CREATE INDEX documents_date ON documents (deleted_at_ms, date, id, type, language);
CREATE INDEX documents_title ON documents (deleted_at_ms, title_key);
CREATE INDEX documents_site ON documents (deleted_at_ms, site_key);
CREATE INDEX documents_type ON documents (deleted_at_ms, type, created_at_ms);

-- `text` lies open for whatever tool may read it; `body` is the JSON, deflated (RFC 1951).
CREATE TABLE bodies (
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  text_hash TEXT NOT NULL,
  body_sha256 TEXT NOT NULL,
  text TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT;

-- Bytes as captured, once each, apart from what lists and views read; `packing` is `none` or `deflate`.
CREATE TABLE original_bytes (
  sha256 TEXT PRIMARY KEY,
  packing TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE originals (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  sha256 TEXT NOT NULL REFERENCES original_bytes,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  captured_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX originals_document ON originals (document);
CREATE INDEX originals_sha256 ON originals (sha256);

CREATE TABLE annotations (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  kind TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  orphaned INTEGER NOT NULL,
  comment TEXT NOT NULL,
  fields TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;
CREATE INDEX annotations_document ON annotations (document, deleted_at_ms, kind, orphaned);
CREATE INDEX annotations_kind ON annotations (deleted_at_ms, kind, document);
CREATE INDEX annotations_orphaned ON annotations (document, deleted_at_ms) WHERE orphaned = 1;

CREATE TABLE links (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  from_annotation INTEGER NOT NULL REFERENCES annotations ON DELETE CASCADE,
  to_annotation INTEGER REFERENCES annotations ON DELETE CASCADE,
  to_document INTEGER REFERENCES documents ON DELETE CASCADE,
  relation TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  CHECK ((to_annotation IS NULL) <> (to_document IS NULL))
) STRICT;
CREATE INDEX links_from ON links (from_annotation);
CREATE INDEX links_to_annotation ON links (to_annotation);
CREATE INDEX links_to_document ON links (to_document);
CREATE UNIQUE INDEX links_once ON links (from_annotation, ifnull(to_annotation, 0), ifnull(to_document, 0), relation);

-- `name_key` is the folded name: what is typed meets what is written.
CREATE TABLE labels (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  name_key TEXT NOT NULL
) STRICT;
CREATE INDEX labels_key ON labels (name_key);
CREATE TABLE document_labels (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  label INTEGER NOT NULL REFERENCES labels,
  position INTEGER NOT NULL,
  PRIMARY KEY (document, label)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_labels_label ON document_labels (label);
CREATE TABLE annotation_labels (
  annotation INTEGER NOT NULL REFERENCES annotations ON DELETE CASCADE,
  label INTEGER NOT NULL REFERENCES labels,
  position INTEGER NOT NULL,
  PRIMARY KEY (annotation, label)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_labels_label ON annotation_labels (label);

CREATE TABLE collections (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  parent INTEGER REFERENCES collections,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX collections_parent ON collections (parent);
CREATE TABLE collection_documents (
  collection INTEGER NOT NULL REFERENCES collections ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  PRIMARY KEY (collection, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_documents_document ON collection_documents (document);

-- What a note quotes or mentions, read out of its body whenever that is written. By uid:
-- what is quoted may come into the archive later, or have left it.
CREATE TABLE quotations (
  id INTEGER PRIMARY KEY,
  note INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  document_uid TEXT,
  annotation_uid TEXT
) STRICT;
CREATE INDEX quotations_note ON quotations (note);
CREATE INDEX quotations_document ON quotations (document_uid) WHERE document_uid IS NOT NULL;
CREATE INDEX quotations_annotation ON quotations (annotation_uid) WHERE annotation_uid IS NOT NULL;

-- Full text, fed with tokens made in JavaScript (src-shared/query/tokens), so SQLite only
-- splits at spaces. Holds no documents of the bin. Body first: 27 % smaller than title first.
CREATE VIRTUAL TABLE document_index USING fts5 (
  body, title, people, site, labels,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);
INSERT INTO document_index (document_index, rank) VALUES ('rank', 'bm25(1.0, 8.0, 4.0, 2.0, 4.0)');
CREATE VIRTUAL TABLE annotation_index USING fts5 (
  exact, notes, labels,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);
INSERT INTO annotation_index (annotation_index, rank) VALUES ('rank', 'bm25(3.0, 3.0, 3.0)');
