-- Who goes first, finer: 2 notices, 3 answers to people we know, 4 first answers, 5 other answers, 6 announcements...
-- What was owed as an answer is answered as one.
UPDATE outbox SET priority = priority + 3 WHERE priority >= 2;

-- Servers whose people get no answer and no message; it names no person. source: 'server' (a moderator of it asked us
-- to stop) or 'admin'.
CREATE TABLE denied (
  host TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who said "instance stop", until their own server was asked whether they speak for it. Kept for minutes: the row goes
-- when the server has answered, or did not for a day.
CREATE TABLE server_check (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES account (id),
  network TEXT NOT NULL,
  uri TEXT NOT NULL UNIQUE,          -- of the Encounter
  answer TEXT NOT NULL,              -- JSON: how to answer it (visibility, language, thread, the network's reply)
  at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX server_check_account ON server_check (account);

-- Those few that told somebody how long an answer takes.
CREATE INDEX outbox_notice ON outbox (network, created_at) WHERE kind = 'waiting';
