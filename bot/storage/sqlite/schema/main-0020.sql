-- Questions of ours that one word answers, and the answer. Each kind is asked once for life, whichever of their Accounts
-- a Person was asked through. Erased with the Person; in their export.
CREATE TABLE question (
  account INTEGER NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  answered_at INTEGER,               -- empty while it is open
  answer TEXT,                       -- yes | no
  PRIMARY KEY (account, kind)
) STRICT, WITHOUT ROWID;

-- Who said it, where it was neither the Person ('') nor an import (`batch`): 'admin'.
ALTER TABLE consent ADD COLUMN source TEXT NOT NULL DEFAULT '';

-- Small facts about an Account that hold for its whole Person: what was said to them once for life ('welcome'), that they
-- want answers in private ('private'), that they have written to us in private ('wrote'). Erased with the Person; in
-- their export.
CREATE TABLE mark (
  account INTEGER NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (account, kind)
) STRICT, WITHOUT ROWID;
