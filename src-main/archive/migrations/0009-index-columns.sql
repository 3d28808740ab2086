-- Schema 9. The full text is laid out anew: under signs of their own each column also holds the stems and the
-- beginnings of its words, each once, which is half the room of FTS5's prefix indexes and quicker to write and to
-- ask. Both tables begin empty and are filled in the background (rebuild-index.ts); searches answer meanwhile.
DROP TABLE document_index;
CREATE VIRTUAL TABLE document_index USING fts5 (
  body, title, people, site, labels,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);
DROP TABLE annotation_index;
CREATE VIRTUAL TABLE annotation_index USING fts5 (
  exact, notes, labels,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);
INSERT INTO document_index (document_index, rank) VALUES ('rank', 'bm25(1.0, 8.0, 4.0, 2.0, 4.0)');
INSERT INTO annotation_index (annotation_index, rank) VALUES ('rank', 'bm25(3.0, 3.0, 3.0)');
-- Bytes of words gathered before they are written, and how many parts of the index may lie side by side until the
-- next merging: an import writes large parts and leaves the merging to quiet moments (tidy-index.ts).
INSERT INTO document_index (document_index, rank) VALUES ('hashsize', 8388608), ('automerge', 16), ('crisismerge', 64);
