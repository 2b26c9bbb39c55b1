-- The campaign's public list on each network: what was decided about each place, last. A place is the network's own
-- key, derived from the account; the account is forgotten when it leaves.
CREATE TABLE listed (
  network TEXT NOT NULL,
  place TEXT NOT NULL,
  account TEXT NOT NULL,             -- stable id, or ''
  present INTEGER NOT NULL,          -- to be on the list
  away INTEGER NOT NULL DEFAULT 0,   -- the network does not show the account
  generation INTEGER NOT NULL,       -- how often something was decided
  post INTEGER NOT NULL DEFAULT 0,   -- the outbox's, that carries the last decision out
  PRIMARY KEY (network, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX listed_account ON listed (account) WHERE account <> '';
CREATE INDEX listed_post ON listed (post);
CREATE INDEX consent_named ON consent (person) WHERE purpose = 'named' AND value = 'yes';

-- Whoever is unlinked or erased is forgotten at once; their place is known by its key.
CREATE TRIGGER listed_unlinked AFTER UPDATE OF person ON account
WHEN OLD.person IS NOT NULL AND NEW.person IS NOT OLD.person
BEGIN
  UPDATE listed SET account = '' WHERE account = OLD.stable_id AND account <> '';
END;
