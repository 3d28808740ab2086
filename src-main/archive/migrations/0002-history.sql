-- Schema 2. The history of bodies, and what finds a new version of an article.

-- When the body now in `bodies` came to be and why; without a word on it, the last change is the best guess.
ALTER TABLE documents ADD COLUMN body_saved_at_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN body_reason TEXT NOT NULL DEFAULT 'import';
-- The address as addresses are compared (`address_key` of the program); empty for none and for front pages.
ALTER TABLE documents ADD COLUMN address_key TEXT NOT NULL DEFAULT '';
-- Names of the title and metadata fields a person has written (JSON): an import leaves those alone.
ALTER TABLE documents ADD COLUMN written_fields TEXT NOT NULL DEFAULT '[]';

UPDATE documents SET
  body_saved_at_ms = iif(revision = 0, created_at_ms, updated_at_ms),
  body_reason = iif(revision = 0 AND type = 'article', 'import', 'edit'),
  address_key = address_key(url),
  written_fields = iif(updated_at_ms = created_at_ms, '[]', '["title","authors","site","url","date","language","description"]');

CREATE INDEX documents_address ON documents (address_key) WHERE address_key <> '';

-- Earlier bodies; the present one is in `bodies` alone. `length` counts UTF-16 code units of the
-- text, which follows from the body; `body` is packed as in `bodies`.
CREATE TABLE revisions (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  saved_at_ms INTEGER NOT NULL,
  reason TEXT NOT NULL,
  title TEXT NOT NULL,
  length INTEGER NOT NULL,
  body_sha256 TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (document, revision)
) STRICT;
