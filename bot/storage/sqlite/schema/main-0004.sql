-- Who has got or lost an X id: those who keep the registry in memory catch up with it. Trimmed, never emptied.
CREATE TABLE x_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL
) STRICT;

CREATE TRIGGER x_learnt AFTER INSERT ON person WHEN new.x_id IS NOT NULL BEGIN
  INSERT INTO x_change (person) VALUES (new.id);
END;
CREATE TRIGGER x_changed AFTER UPDATE OF x_id ON person WHEN new.x_id IS NOT old.x_id BEGIN
  INSERT INTO x_change (person) VALUES (new.id);
END;
CREATE TRIGGER x_forgotten AFTER DELETE ON person WHEN old.x_id IS NOT NULL BEGIN
  INSERT INTO x_change (person) VALUES (old.id);
END;

-- How many keys of the key file made the pseudonyms in a row.
ALTER TABLE import_row ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;
ALTER TABLE import_before ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;

-- What an erasure looks for.
CREATE INDEX import_row_x_id ON import_row (x_id);
