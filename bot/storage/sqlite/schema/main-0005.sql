-- What others may see of a Person, beside them: matching reads no other table for those it only counts. Derived.
-- The opening that finds no 'shows' in `meta` fills it.
ALTER TABLE person ADD COLUMN shows INTEGER NOT NULL DEFAULT 0;  -- bits, see storage/sqlite/shown.py
ALTER TABLE person ADD COLUMN name_bluesky TEXT NOT NULL DEFAULT '';  -- the handle told there, casefolded
ALTER TABLE person ADD COLUMN name_mastodon TEXT NOT NULL DEFAULT '';

-- One time a Person was told, by a Post or (NULL) before Posts were kept with it.
CREATE TABLE telling (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person (id),
  post INTEGER UNIQUE REFERENCES outbox (id) ON DELETE SET NULL,
  at INTEGER NOT NULL,
  void INTEGER NOT NULL DEFAULT 0    -- 1: the Post never reached them
) STRICT;
CREATE INDEX telling_person ON telling (person);

-- Who a Person was told of, and where: a set, added to when something is new.
CREATE TABLE told_of (
  person INTEGER NOT NULL,
  other INTEGER NOT NULL,
  platform INTEGER NOT NULL,         -- the bit of `person.shows`
  telling INTEGER NOT NULL,
  PRIMARY KEY (person, other, platform, telling)
) STRICT, WITHOUT ROWID;
INSERT INTO telling (person, at) SELECT person, max(at) FROM told GROUP BY person;
INSERT OR IGNORE INTO told_of (person, other, platform, telling)
SELECT t.person, t.other, iif(a.platform = 'bluesky', 1, 2), g.id
FROM told t JOIN telling g ON g.person = t.person JOIN account a ON a.person = t.other;
DROP TABLE told;
ALTER TABLE told_of RENAME TO told;
CREATE INDEX told_other ON told (other);
