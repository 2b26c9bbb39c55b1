-- What the index still has of somebody who was erased, until it is taken out; `who` is nobody's any more.
CREATE TABLE erased (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  who INTEGER NOT NULL,              -- person * 2 + direction
  epoch INTEGER NOT NULL,
  pseudonyms BLOB NOT NULL           -- sorted little-endian 64-bit pseudonyms
) STRICT;
CREATE INDEX erased_who ON erased (who);
