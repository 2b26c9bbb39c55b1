-- Blobs first, the index later: a list is kept at once, its edges enter the index with those of many others.

-- Whose pseudonym is whose is known in memory alone.
DROP TABLE known;

-- How many keys of the key file made these pseudonyms, and when the archive itself was made (not read).
ALTER TABLE archive ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;
ALTER TABLE archive ADD COLUMN made_at INTEGER;

-- What the lists say that `edge` does not know yet, in the order it happened: the newest row that names a
-- (target, who) tells whether it is there, whatever `edge` says. Blobs are sorted little-endian 64-bit pseudonyms.
CREATE TABLE unmerged (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  who INTEGER NOT NULL,              -- person * 2 + direction
  epoch INTEGER NOT NULL,
  added BLOB NOT NULL,
  removed BLOB NOT NULL
) STRICT;
CREATE INDEX unmerged_who ON unmerged (who);

INSERT INTO meta (key, value) VALUES ('epoch', '1'), ('edge_epoch', '1');
-- A database made before pseudonyms were a permutation keeps its own first step.
INSERT INTO meta (key, value) SELECT 'first_step', 'cut' FROM meta WHERE key = 'key_check';
