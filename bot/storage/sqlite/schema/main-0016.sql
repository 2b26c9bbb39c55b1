-- Claims that are proven but wait for the number of their X handle, and those in a dispute; who decided, and why.
CREATE TABLE claim_anew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES account (id),
  x_handle TEXT NOT NULL,            -- '' where only the number is known
  x_id INTEGER,                      -- of somebody registered, where the number is what is disputed
  source TEXT NOT NULL,
  level INTEGER NOT NULL DEFAULT 0,  -- of the proof; 0: their own word
  method TEXT NOT NULL DEFAULT '',
  dispute INTEGER,                   -- Claims that share it contradict one another
  flag TEXT NOT NULL DEFAULT '',     -- why it never becomes a Link by itself
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'proven', 'frozen', 'accepted', 'rejected')),
  settled_at INTEGER,
  decided_by TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT ''    -- an admin's words
) STRICT;
INSERT INTO claim_anew (id, account, x_handle, source, at, state, settled_at)
SELECT id, account, x_handle, source, at, state, settled_at FROM claim;
DELETE FROM sqlite_sequence WHERE name = 'claim_anew';
INSERT INTO sqlite_sequence (name, seq) SELECT 'claim_anew', seq FROM sqlite_sequence WHERE name = 'claim';
DROP TABLE claim;
ALTER TABLE claim_anew RENAME TO claim;
CREATE INDEX claim_account ON claim (account);
CREATE INDEX claim_open ON claim (x_handle) WHERE state IN ('waiting', 'proven', 'frozen');
CREATE INDEX claim_number ON claim (x_id) WHERE x_id IS NOT NULL;
CREATE INDEX claim_dispute ON claim (dispute) WHERE dispute IS NOT NULL;
CREATE INDEX claim_state ON claim (state, id);

-- The code somebody was given to post on X: one for an Account at a time, gone when it is used or over. Kept 72 h.
CREATE TABLE code (
  account INTEGER PRIMARY KEY REFERENCES account (id),
  x_handle TEXT NOT NULL,
  code TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX code_expires ON code (expires_at);

-- A post on X that is to be looked at, and what is needed to answer whoever named it. Emptied once it is settled.
CREATE TABLE proof_check (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES account (id),
  network TEXT NOT NULL,
  trigger TEXT NOT NULL,             -- URI of the Encounter
  thread TEXT NOT NULL,
  reply TEXT NOT NULL,               -- JSON
  visibility TEXT NOT NULL,
  language TEXT NOT NULL,
  post TEXT NOT NULL,                -- the number of the post on X; '' once settled
  asked_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  outcome TEXT NOT NULL DEFAULT '',  -- '' while it waits
  UNIQUE (network, trigger)
) STRICT;
CREATE INDEX proof_check_due ON proof_check (due_at) WHERE outcome = '';
CREATE INDEX proof_check_account ON proof_check (account, asked_at);

-- What somebody is to be told in private, once each; the words are made when it is said, and the row goes then.
CREATE TABLE notice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL,
  origin TEXT NOT NULL,              -- a natural key: one notice of a kind for it
  about INTEGER,                     -- the row of another Account, where it is about one
  at INTEGER NOT NULL,
  said_at INTEGER,
  UNIQUE (account, kind, origin)
) STRICT;
CREATE INDEX notice_open ON notice (id) WHERE said_at IS NULL;

-- Claims to look at again: their X handle has a number now, or their Account a Person.
CREATE TABLE ripe (
  claim INTEGER PRIMARY KEY
) STRICT;
CREATE TRIGGER ripe_person AFTER INSERT ON person WHEN new.x_id IS NOT NULL AND new.x_handle <> '' BEGIN
  INSERT OR IGNORE INTO ripe (claim)
  SELECT id FROM claim WHERE x_handle = new.x_handle AND state IN ('waiting', 'proven', 'frozen');
END;
CREATE TRIGGER ripe_name AFTER UPDATE OF x_id, x_handle, x_heard ON person
WHEN new.x_id IS NOT NULL AND new.x_handle <> '' AND new.x_heard = 0 BEGIN
  INSERT OR IGNORE INTO ripe (claim)
  SELECT id FROM claim WHERE x_handle = new.x_handle AND state IN ('waiting', 'proven', 'frozen');
END;
CREATE TRIGGER ripe_account AFTER UPDATE OF person ON account WHEN new.person IS NOT NULL BEGIN
  INSERT OR IGNORE INTO ripe (claim)
  SELECT id FROM claim WHERE account = new.id AND state IN ('waiting', 'proven', 'frozen');
END;

-- What was done about a Claim, by whom and why.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  claim INTEGER NOT NULL,
  act TEXT NOT NULL,                 -- claimed, proven, frozen, released, accepted, rejected
  by TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX audit_claim ON audit (claim, id);
