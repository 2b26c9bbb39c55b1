-- Rights: who was erased, what of it is still to be done, and what is to happen with a Post once it has an outcome.

-- Who asked to be erased, as keyed hashes of their stable ids, X number and handles: the key file's first key made them.
-- The same stands in a file beside the database, so that a backup that is put back brings nobody back.
CREATE TABLE tombstone (
  mark BLOB PRIMARY KEY,             -- 16 bytes
  at INTEGER NOT NULL,
  silent INTEGER NOT NULL DEFAULT 0  -- 1: they had asked for silence, and are still not written to
) STRICT, WITHOUT ROWID;

-- What an erasure still has to look for. The names stand here until nothing else has them, seconds as a rule.
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  names TEXT NOT NULL,               -- JSON; '' once everything was looked through
  x_id INTEGER,
  place TEXT NOT NULL DEFAULT ''     -- JSON: how far everything was looked through
) STRICT;

-- 'retract': delete it on the network as soon as it is known to be there. 'scrub': forget whom it was for.
CREATE TABLE ending (
  post INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  what TEXT NOT NULL CHECK (what IN ('retract', 'scrub')),
  PRIMARY KEY (post, what)
) STRICT, WITHOUT ROWID;

-- Whom a Post names is needed after it was sent, by number: whoever is erased is taken out of what was published.
DROP TRIGGER naming_sent;
CREATE TRIGGER naming_sent AFTER UPDATE OF state ON outbox WHEN NEW.state = 'sent' BEGIN
  UPDATE naming SET account = '' WHERE post = NEW.id AND account <> '';
END;

-- What an erasure and the retention clock look for.
CREATE INDEX inbox_account ON inbox (account) WHERE account <> '';
CREATE INDEX inbox_thread ON inbox (thread) WHERE thread <> '';
CREATE INDEX outbox_receipt ON outbox (receipt) WHERE receipt IS NOT NULL;
CREATE INDEX outbox_trigger ON outbox (trigger) WHERE trigger <> '';
CREATE INDEX outbox_worded ON outbox (created_at) WHERE record <> '{}' AND state IN ('sent', 'refused', 'withdrawn');
