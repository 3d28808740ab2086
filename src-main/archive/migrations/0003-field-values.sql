-- Schema 3. What fields of annotations say, one row a value, so that completion need not read
-- every annotation. Kept by the triggers alone; deleted annotations have none.
CREATE TABLE annotation_fields (
  kind TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  annotation INTEGER NOT NULL REFERENCES annotations ON DELETE CASCADE,
  PRIMARY KEY (kind, field, value, annotation)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_fields_annotation ON annotation_fields (annotation);

INSERT INTO annotation_fields (kind, field, value, annotation)
  SELECT a.kind, f.key, f.value, a.id FROM annotations a, json_each(a.fields) f WHERE a.deleted_at_ms IS NULL;

CREATE TRIGGER annotation_fields_inserted AFTER INSERT ON annotations WHEN new.fields <> '{}' AND new.deleted_at_ms IS NULL BEGIN
  INSERT INTO annotation_fields (kind, field, value, annotation)
    SELECT new.kind, f.key, f.value, new.id FROM json_each(new.fields) f;
END;
CREATE TRIGGER annotation_fields_updated AFTER UPDATE OF kind, fields, deleted_at_ms ON annotations BEGIN
  DELETE FROM annotation_fields WHERE annotation = old.id;
  INSERT INTO annotation_fields (kind, field, value, annotation)
    SELECT new.kind, f.key, f.value, new.id FROM json_each(new.fields) f WHERE new.deleted_at_ms IS NULL;
END;
