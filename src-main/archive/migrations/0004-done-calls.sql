-- Schema 4. Commands carried out lately, by the id they were sent under: one sent again after a
-- crash finds itself here. `answer` is JSON, or null when it was too long to keep.
CREATE TABLE done_calls (
  id TEXT PRIMARY KEY,
  answer TEXT,
  done_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX done_calls_at ON done_calls (done_at_ms);
