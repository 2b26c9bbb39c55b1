-- Why a Link is believed. An import writes none: its method and date are in the Link itself; a row is made of them when
-- another proof comes on top. The Link's level is that of the best proof that stands. Erased with the Link. Readable is
-- the evidence only: a domain, the address of a post, or a registry's name.
CREATE TABLE proof (
  account INTEGER NOT NULL REFERENCES account (id),
  person INTEGER REFERENCES person (id),  -- whose Link it carries; empty while nobody's number is known
  method TEXT NOT NULL,
  level INTEGER NOT NULL,
  at INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  expires_at INTEGER,
  state TEXT NOT NULL CHECK (state IN ('pending', 'stands', 'fallen')),
  due_at INTEGER,                         -- when to look again
  checked_at INTEGER,
  failures INTEGER NOT NULL,              -- looks in vain, in a row
  failed_at INTEGER,                      -- the first of them
  batch INTEGER,                          -- the import whose word it is
  PRIMARY KEY (account, method)
) STRICT, WITHOUT ROWID;
CREATE INDEX proof_due ON proof (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX proof_person ON proof (person) WHERE person IS NOT NULL;
CREATE INDEX proof_stranger ON proof (account) WHERE person IS NULL;
CREATE INDEX proof_batch ON proof (batch) WHERE batch IS NOT NULL;

-- Names that only their own domain, or an admin, gives to anybody. Brought by the admin's list.
CREATE TABLE official (
  domain TEXT PRIMARY KEY,
  x_id INTEGER,
  x_handle TEXT NOT NULL,
  name TEXT NOT NULL,
  below INTEGER NOT NULL,                 -- 1: names below the domain are theirs too
  skeleton TEXT NOT NULL,                 -- what the X handle looks like
  look TEXT NOT NULL                      -- what the domain looks like
) STRICT, WITHOUT ROWID;
CREATE INDEX official_x_id ON official (x_id) WHERE x_id IS NOT NULL;
CREATE INDEX official_x_handle ON official (x_handle) WHERE x_handle <> '';
CREATE INDEX official_skeleton ON official (skeleton) WHERE skeleton <> '';
CREATE INDEX official_look ON official (look);

-- What an X handle looks like: `lookalikes.skeleton` of letters, digits and underscores.
CREATE INDEX person_looks ON person (
  replace(replace(replace(replace(replace(replace(replace(
    lower(x_handle), '_', ''), 'i', 'l'), '1', 'l'), '0', 'o'), 'rn', 'm'), 'vv', 'w'), 'cl', 'd')
) WHERE x_handle <> '';
