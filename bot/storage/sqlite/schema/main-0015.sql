-- Who goes first: rights and proofs come before answers now. Why a Link may not be told for a while.
UPDATE outbox SET priority = priority + 2;

-- The level of a held Link is stored lowered by 10: it is below every threshold, and nothing is lost.
CREATE TABLE hold (
  account INTEGER NOT NULL REFERENCES account (id),
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account, reason)
) STRICT, WITHOUT ROWID;
