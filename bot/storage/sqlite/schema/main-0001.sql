-- People and work. Moments are microseconds since 1970, UTC. Numbers given out are never given out again
-- (AUTOINCREMENT), so that a late reference to somebody erased can never mean somebody else.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How often the bot was started on this database and how often a Post was tried; compared with the epoch file.
CREATE TABLE epoch (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  starts INTEGER NOT NULL,
  tries INTEGER NOT NULL
) STRICT;
INSERT INTO epoch (id, starts, tries) VALUES (1, 0, 0);

CREATE TABLE inbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  network TEXT NOT NULL,
  uri TEXT NOT NULL,
  kind TEXT NOT NULL,
  account TEXT NOT NULL,             -- stable id of the author; '' once forgotten
  handle TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  visibility TEXT NOT NULL,
  thread TEXT NOT NULL,
  at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  outcome TEXT NOT NULL DEFAULT '',  -- '' while nothing was decided
  UNIQUE (network, uri)
) STRICT;
CREATE INDEX inbox_seen_at ON inbox (seen_at) WHERE account <> '';

CREATE TABLE cursor (
  network TEXT NOT NULL,
  source TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (network, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE first_start (
  network TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE gap (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  network TEXT NOT NULL,
  source TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  reason TEXT NOT NULL,
  missed INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  network TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('ready', 'sending', 'sent', 'refused', 'unknown', 'held', 'withdrawn')),
  trigger TEXT NOT NULL,
  thread TEXT NOT NULL,
  recipient TEXT NOT NULL,           -- stable id of the Account it was made for, or ''
  counts INTEGER NOT NULL,           -- 1: counts towards the limits
  record TEXT NOT NULL,              -- frozen JSON, in the network's own form
  ticket TEXT NOT NULL DEFAULT '{}',
  image BLOB,
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  not_before INTEGER NOT NULL DEFAULT 0,
  first_try INTEGER,
  last_try INTEGER,
  sent_at INTEGER,
  receipt TEXT,
  reason TEXT
) STRICT;
CREATE INDEX outbox_due ON outbox (network, id) WHERE state IN ('ready', 'unknown');
CREATE INDEX outbox_recipient ON outbox (recipient, created_at) WHERE recipient <> '';
CREATE INDEX outbox_thread ON outbox (thread) WHERE thread <> '';
CREATE INDEX outbox_last_try ON outbox (network, last_try) WHERE last_try IS NOT NULL;

CREATE TABLE slot (
  announcement TEXT NOT NULL,
  slot TEXT NOT NULL,
  network TEXT NOT NULL,
  outcome TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (announcement, network, slot)
) STRICT, WITHOUT ROWID;

-- The registry. `batch` is the import that made the row, so that it can be undone.
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  x_id INTEGER UNIQUE,
  x_handle TEXT NOT NULL,
  language TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  batch INTEGER,
  edges INTEGER NOT NULL DEFAULT 0,  -- derived: edges in the lists they brought
  here INTEGER NOT NULL DEFAULT 0,   -- derived: counted, and a Link at the threshold
  pairs INTEGER NOT NULL DEFAULT 0   -- derived: pairs (asker, followed) both here, on either side
) STRICT;
CREATE INDEX person_x_handle ON person (x_handle) WHERE x_handle <> '';
CREATE INDEX person_batch ON person (batch) WHERE batch IS NOT NULL;

-- Every Account we have a reason to remember; with a person, it is a Link.
CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  platform TEXT NOT NULL,
  stable_id TEXT,                    -- empty until the Account was seen
  url TEXT NOT NULL,
  handle TEXT NOT NULL,
  local_id TEXT NOT NULL,
  local_host TEXT NOT NULL,
  person INTEGER REFERENCES person (id),
  level INTEGER,
  source TEXT NOT NULL DEFAULT '',
  linked_at INTEGER,
  asked_at INTEGER,                  -- when its handle was last looked up in vain
  batch INTEGER,
  CHECK ((person IS NULL) = (level IS NULL)),
  CHECK ((person IS NULL) = (linked_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX account_stable ON account (platform, stable_id) WHERE stable_id IS NOT NULL;
CREATE INDEX account_url ON account (platform, url) WHERE url <> '';
CREATE INDEX account_handle ON account (platform, handle) WHERE handle <> '';
CREATE INDEX account_local ON account (local_host, local_id) WHERE local_id <> '';
CREATE INDEX account_person ON account (person) WHERE person IS NOT NULL;
CREATE INDEX account_waits ON account (platform, id) WHERE stable_id IS NULL;
CREATE INDEX account_batch ON account (batch) WHERE batch IS NOT NULL;

CREATE TABLE consent (
  person INTEGER NOT NULL REFERENCES person (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('found', 'told', 'named', 'counted')),
  value TEXT NOT NULL,
  at INTEGER NOT NULL,
  batch INTEGER,
  PRIMARY KEY (person, purpose)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES account (id),
  x_handle TEXT NOT NULL,
  source TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'rejected')),
  settled_at INTEGER
) STRICT;
CREATE INDEX claim_account ON claim (account);

CREATE TABLE silence (
  account INTEGER PRIMARY KEY REFERENCES account (id),
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE arrival (
  account INTEGER PRIMARY KEY REFERENCES account (id),
  network TEXT NOT NULL,
  how TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE voice (
  account INTEGER PRIMARY KEY REFERENCES account (id),
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE told (
  person INTEGER NOT NULL REFERENCES person (id),
  other INTEGER NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (person, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_other ON told (other);

CREATE TABLE tally (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tally_day (
  name TEXT NOT NULL,
  day TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (name, day)
) STRICT, WITHOUT ROWID;
