-- Who follows whom on X, by keyed pseudonyms of 63 bits. No X id is ever written into this file.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The source of truth: one list somebody brought, as sorted little-endian 64-bit pseudonyms.
CREATE TABLE archive (
  person INTEGER NOT NULL,
  direction INTEGER NOT NULL CHECK (direction IN (0, 1)),  -- 0: the person follows them; 1: they follow the person
  source TEXT NOT NULL,
  at INTEGER NOT NULL,
  pseudonyms BLOB NOT NULL,
  batch INTEGER,
  PRIMARY KEY (person, direction, source)
) STRICT;
CREATE INDEX archive_batch ON archive (batch) WHERE batch IS NOT NULL;

-- Everything below is derived and can be made again from `archive` and the registry.
CREATE TABLE edge (
  target INTEGER NOT NULL,
  who INTEGER NOT NULL,              -- person * 2 + direction
  PRIMARY KEY (target, who)
) STRICT, WITHOUT ROWID;

CREATE TABLE known (
  pseudonym INTEGER PRIMARY KEY,
  person INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TABLE match (
  person INTEGER NOT NULL,           -- followed `other` on X
  other INTEGER NOT NULL,
  support INTEGER NOT NULL,          -- 1: a list of `person` says so; 2: a list of `other`; 3: both
  PRIMARY KEY (person, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX match_other ON match (other, person);
