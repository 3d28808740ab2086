-- Schema 7. Sets of names that mean the same; a query for one is asked for all. `name_key` is the
-- name as the full-text index holds it.
CREATE TABLE alias_sets (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE alias_names (
  alias_set INTEGER NOT NULL REFERENCES alias_sets ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  PRIMARY KEY (alias_set, position)
) STRICT, WITHOUT ROWID;
