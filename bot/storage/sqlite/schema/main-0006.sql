-- Digests: who goes first in the outbox, who wants to hear of arrivals, and the latest digest of each.
ALTER TABLE outbox ADD COLUMN priority INTEGER NOT NULL DEFAULT 0; -- 0: an answer; 1: an announcement; 2: a digest
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (network, priority, id) WHERE state IN ('ready', 'unknown');

CREATE INDEX consent_told ON consent (value, person) WHERE purpose = 'told' AND value <> 'never';

CREATE TABLE digest (
  person INTEGER PRIMARY KEY,
  post INTEGER NOT NULL,             -- the latest that was owed
  since INTEGER                      -- when the latest before it that was sent was sent
) STRICT;
