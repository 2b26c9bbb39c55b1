-- Whoever was registered when a list was looked through for strangers, and is so no longer, is a stranger in it: all
-- lists are looked through again. `storage/sqlite/expiry.py` compares this number with the one it began with.
CREATE TRIGGER strangers_erased AFTER DELETE ON person WHEN old.x_id IS NOT NULL BEGIN
  INSERT INTO meta (key, value) VALUES ('strangers', '1')
  ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1;
END;
CREATE TRIGGER strangers_changed AFTER UPDATE OF x_id ON person
WHEN old.x_id IS NOT NULL AND new.x_id IS NOT old.x_id BEGIN
  INSERT INTO meta (key, value) VALUES ('strangers', '1')
  ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1;
END;

-- What an import has replaced is looked through too, the oldest first.
CREATE INDEX import_before_at ON import_before (json_extract(before, '$.at'), id) WHERE kind = 'list';
