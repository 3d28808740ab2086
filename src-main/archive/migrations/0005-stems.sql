-- Schema 5. The full text also holds the stems of words (`stems`: each once, made in JavaScript as the
-- tokens are), so that any form of a word finds the others. Schema 9 lays it out anew, so nothing fills it here.
UPDATE documents SET title_key = fold_text(title) WHERE title_key <> fold_text(title);
UPDATE documents SET site_key = fold_text(site) WHERE site_key <> fold_text(site);
UPDATE labels SET name_key = fold_text(name) WHERE name_key <> fold_text(name);

DROP TABLE document_index;
CREATE VIRTUAL TABLE document_index USING fts5 (
  body, title, people, site, labels, stems,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);
INSERT INTO document_index (document_index, rank) VALUES ('rank', 'bm25(1.0, 8.0, 4.0, 2.0, 4.0, 0.5)');
DROP TABLE annotation_index;
CREATE VIRTUAL TABLE annotation_index USING fts5 (
  exact, notes, labels, stems,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);
INSERT INTO annotation_index (annotation_index, rank) VALUES ('rank', 'bm25(3.0, 3.0, 3.0, 1.0)');
