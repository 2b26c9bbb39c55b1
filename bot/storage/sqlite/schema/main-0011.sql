-- A list of a million goes in and out in parts: neither memory nor anybody who waits has to hold all of it at once.
-- `generation` is that of the transaction which brought the list: where nothing else is missing in the graph's file, it
-- is put back without making everything again (0: not known).
CREATE TABLE list_redo_parts (
  person INTEGER NOT NULL,
  direction INTEGER NOT NULL,
  source TEXT NOT NULL,
  part INTEGER NOT NULL,
  at INTEGER NOT NULL,
  made_at INTEGER,
  generation INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  pseudonyms BLOB NOT NULL,
  PRIMARY KEY (person, direction, source, part)
) STRICT;
INSERT INTO list_redo_parts (person, direction, source, part, at, made_at, generation, epoch, pseudonyms)
SELECT person, direction, source, 0, at, made_at, 0, epoch, pseudonyms FROM list_redo;
DROP TABLE list_redo;
ALTER TABLE list_redo_parts RENAME TO list_redo;
