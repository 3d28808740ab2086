-- Schema 6. Queries with a name, in the order they are listed.
CREATE TABLE saved_searches (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  sort TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
