-- Schema 8. Beside each row a person can read, its seal: 48 bits of a fingerprint of its columns, kept by
-- triggers of each connection (seals.ts) and compared when the archive is verified. `seal_of` never changes.

ALTER TABLE documents ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE originals ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE annotations ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE links ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE labels ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document_labels ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE annotation_labels ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE collections ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE revisions ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE saved_searches ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alias_names ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;

UPDATE documents SET seal = seal_of(
  id, uid, type, title, site, authors, url, date, language, description, excerpt, revision, created_at_ms,
  updated_at_ms, deleted_at_ms, body_saved_at_ms, body_reason, written_fields);
UPDATE originals SET seal = seal_of(id, document, sha256, file_name, media_type, size_bytes, captured_at_ms);
-- The place of an annotation that stands is proven by the text.
UPDATE annotations SET seal = seal_of(
  id, uid, document, kind, orphaned, comment, fields, created_at_ms, updated_at_ms, deleted_at_ms,
  iif(orphaned = 1 OR deleted_at_ms IS NOT NULL, start_offset, NULL),
  iif(orphaned = 1 OR deleted_at_ms IS NOT NULL, end_offset, NULL),
  iif(orphaned = 1 OR deleted_at_ms IS NOT NULL, exact, NULL),
  iif(orphaned = 1 OR deleted_at_ms IS NOT NULL, prefix, NULL),
  iif(orphaned = 1 OR deleted_at_ms IS NOT NULL, suffix, NULL),
  iif(orphaned = 1 OR deleted_at_ms IS NOT NULL, text_hash, NULL));
UPDATE links SET seal = seal_of(id, uid, from_annotation, to_annotation, to_document, relation, created_at_ms);
UPDATE labels SET seal = seal_of(id, name);
UPDATE document_labels SET seal = seal_of(document, label, position);
UPDATE annotation_labels SET seal = seal_of(annotation, label, position);
UPDATE collections SET seal = seal_of(id, uid, parent, name);
UPDATE revisions SET seal = seal_of(document, revision, saved_at_ms, reason, title, length, body_sha256);
UPDATE saved_searches SET seal = seal_of(id, uid, name, query, sort, position);
UPDATE alias_names SET seal = seal_of(alias_set, position, name);
