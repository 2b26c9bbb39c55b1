-- Imports of registry files: staged whole, then applied in short transactions; what they replaced, so that they can be undone.

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('staging', 'applying', 'done', 'undoing', 'undone')),
  at INTEGER NOT NULL,
  people INTEGER NOT NULL DEFAULT 0, -- rows of people staged
  lists INTEGER NOT NULL DEFAULT 0,  -- rows of lists staged
  bad INTEGER NOT NULL DEFAULT 0,    -- rows refused before
  left_out INTEGER NOT NULL DEFAULT 0 -- rows the registry no longer took when their turn came
) STRICT;

-- Emptied as rows are applied. Far ends of lists stand here as pseudonyms too.
CREATE TABLE import_row (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  batch INTEGER NOT NULL REFERENCES import_batch (id),
  turn INTEGER NOT NULL CHECK (turn IN (0, 1)),  -- 0: a person; 1: lists, after all people
  x_id INTEGER NOT NULL,
  person TEXT,                       -- JSON
  follows BLOB,
  followers BLOB
) STRICT;
CREATE INDEX import_row_turn ON import_row (batch, turn, id);

-- What a batch replaced.
CREATE TABLE import_before (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  batch INTEGER NOT NULL REFERENCES import_batch (id),
  kind TEXT NOT NULL CHECK (kind IN ('names', 'link', 'consent', 'list')),
  person INTEGER NOT NULL,
  before TEXT NOT NULL,              -- JSON
  pseudonyms BLOB
) STRICT;
CREATE INDEX import_before_batch ON import_before (batch, kind, person);
CREATE INDEX import_before_person ON import_before (person);

-- What an undo looks for.
CREATE INDEX consent_batch ON consent (batch) WHERE batch IS NOT NULL;
