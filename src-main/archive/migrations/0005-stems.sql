-- Schema 5. The full text also holds the stems of words (`stems`: each once, made in JavaScript as the
-- tokens are), so that any form of a word finds the others. All rows are made anew: tokens fold more.
UPDATE documents SET title_key = fold_text(title) WHERE title_key <> fold_text(title);
UPDATE documents SET site_key = fold_text(site) WHERE site_key <> fold_text(site);
UPDATE labels SET name_key = fold_text(name) WHERE name_key <> fold_text(name);

DROP TABLE document_index;
CREATE VIRTUAL TABLE document_index USING fts5 (
  body, title, people, site, labels, stems,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);
INSERT INTO document_index (document_index, rank) VALUES ('rank', 'bm25(1.0, 8.0, 4.0, 2.0, 4.0, 0.5)');
INSERT INTO document_index (rowid, body, title, people, site, labels, stems)
  SELECT d.id, index_text(b.text), index_text(d.title),
    index_text((SELECT group_concat(value, ' / ' ORDER BY key) FROM json_each(d.authors))),
    index_text(d.site),
    index_text((SELECT group_concat(l.name, ' / ' ORDER BY x.position)
      FROM document_labels x JOIN labels l ON l.id = x.label WHERE x.document = d.id)),
    index_stems(d.language, b.text, d.title)
  FROM documents d JOIN bodies b ON b.document = d.id WHERE d.deleted_at_ms IS NULL ORDER BY d.id;

DROP TABLE annotation_index;
CREATE VIRTUAL TABLE annotation_index USING fts5 (
  exact, notes, labels, stems,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);
INSERT INTO annotation_index (annotation_index, rank) VALUES ('rank', 'bm25(3.0, 3.0, 3.0, 1.0)');
INSERT INTO annotation_index (rowid, exact, notes, labels, stems)
  SELECT n.id, index_text(n.exact), index_text(n.notes),
    index_text((SELECT group_concat(l.name, ' / ' ORDER BY x.position)
      FROM annotation_labels x JOIN labels l ON l.id = x.label WHERE x.annotation = n.id)),
    index_stems(n.language, n.exact, n.notes)
  FROM (
    SELECT a.id, a.exact, d.language,
      a.comment || ' / ' || ifnull((SELECT group_concat(value, ' / ' ORDER BY id) FROM json_each(a.fields)), '') AS notes
    FROM annotations a JOIN documents d ON d.id = a.document
    WHERE a.deleted_at_ms IS NULL AND d.deleted_at_ms IS NULL
  ) n ORDER BY n.id;
