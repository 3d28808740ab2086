-- Schema 10. Pictures, once each by the SHA-256 of their bytes, and the documents that name them, in their present
-- body or an earlier one: what no document names goes when documents are deleted for good.
CREATE TABLE asset_bytes (
  sha256 TEXT PRIMARY KEY,
  packing TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE assets (
  sha256 TEXT PRIMARY KEY REFERENCES asset_bytes,
  media_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  seal INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE document_assets (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  asset TEXT NOT NULL REFERENCES assets,
  seal INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (document, asset)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_assets_asset ON document_assets (asset);

-- Articles with nearly the same text that are both to be kept; `document` came in first.
CREATE TABLE kept_apart (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  PRIMARY KEY (document, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_apart_other ON kept_apart (other);

-- Documents whose text was saved and whose index row is written later: in a pause, or before the index is asked.
CREATE TABLE index_due (document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE) STRICT;
