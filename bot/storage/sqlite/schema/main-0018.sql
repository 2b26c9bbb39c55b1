-- How Accounts live: when the network is asked next, since when their name does not hold, since when they are told gone.
-- Times only; what was away and why is in `hold`. It goes with the row of its Account.
CREATE TABLE life (
  account INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  due INTEGER NOT NULL,
  heard_at INTEGER,  -- the latest sign: an answer to an earlier question is not believed
  nameless_since INTEGER,
  gone_since INTEGER
) STRICT;
CREATE INDEX life_due ON life (due);

-- Persons whose last Account is gone, and since when. It goes with the Person.
CREATE TABLE bereft (
  person INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  since INTEGER NOT NULL
) STRICT;

-- Posts that were dealt with, by every address they are known by on any network: a bridge shows the same post twice.
-- Digests, which nobody can read back; kept as long as a post may be answered.
CREATE TABLE origin (
  digest BLOB PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX origin_at ON origin (at);
