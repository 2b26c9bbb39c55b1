-- Lists of an X archive, kept here until the graph's file surely has them: a commit is atomic in each file, not across.
CREATE TABLE list_redo (
  person INTEGER NOT NULL,
  direction INTEGER NOT NULL,
  source TEXT NOT NULL,
  at INTEGER NOT NULL,
  made_at INTEGER,
  epoch INTEGER NOT NULL,
  pseudonyms BLOB NOT NULL,
  PRIMARY KEY (person, direction, source)
) STRICT;
