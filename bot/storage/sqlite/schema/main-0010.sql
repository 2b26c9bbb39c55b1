-- Pairs whose follow was seen to exist again. A row is there only while it counts: whatever takes away what it stands on
-- takes the row away in the same statement, and the row takes itself out of the Tally. What triggers cannot see are the
-- pairs themselves, in the graph's file: `derived.drop_pairs` tells.
CREATE TABLE reconnected (
  person INTEGER NOT NULL,           -- follows
  other INTEGER NOT NULL,
  platform TEXT NOT NULL,            -- where it was seen
  at INTEGER NOT NULL,
  PRIMARY KEY (person, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX reconnected_other ON reconnected (other);

CREATE TRIGGER reconnected_counted AFTER INSERT ON reconnected BEGIN
  INSERT INTO tally (name, value) VALUES ('reconnected', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1;
END;
CREATE TRIGGER reconnected_uncounted AFTER DELETE ON reconnected BEGIN
  UPDATE tally SET value = value - 1 WHERE name = 'reconnected';
END;

-- When to look next whether somebody follows again whom they followed on X.
CREATE TABLE follow_look (
  platform TEXT NOT NULL,
  person INTEGER NOT NULL,
  since INTEGER NOT NULL,            -- the first look; 0: never yet
  due INTEGER NOT NULL,
  after INTEGER NOT NULL,            -- the last of those around them that was looked at; 0: from the beginning
  PRIMARY KEY (platform, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_look_due ON follow_look (platform, due);

INSERT INTO follow_look (platform, person, since, due, after)
SELECT DISTINCT a.platform, p.id, 0, 0, 0 FROM person p JOIN account a ON a.person = p.id
WHERE p.here = 1 AND p.reunited = 1 AND a.stable_id IS NOT NULL;

-- Whoever gets here, or gets their first pair here.
CREATE TRIGGER follow_look_person AFTER UPDATE OF here, reunited ON person
WHEN NEW.here = 1 AND NEW.reunited = 1 AND (OLD.here = 0 OR OLD.reunited = 0)
BEGIN
  INSERT INTO follow_look (platform, person, since, due, after)
  SELECT DISTINCT platform, NEW.id, 0, 0, 0 FROM account WHERE person = NEW.id AND stable_id IS NOT NULL
  ON CONFLICT (platform, person) DO NOTHING;
END;
-- And whoever is here and gets another account, or its stable id.
CREATE TRIGGER follow_look_account AFTER UPDATE OF person, stable_id ON account
WHEN NEW.person IS NOT NULL AND NEW.stable_id IS NOT NULL
  AND (NEW.person IS NOT OLD.person OR NEW.stable_id IS NOT OLD.stable_id)
BEGIN
  INSERT INTO follow_look (platform, person, since, due, after)
  SELECT NEW.platform, id, 0, 0, 0 FROM person WHERE id = NEW.person AND here = 1 AND reunited = 1
  ON CONFLICT (platform, person) DO UPDATE SET since = 0, due = 0;
END;

CREATE TRIGGER reconnected_left AFTER UPDATE OF here ON person WHEN OLD.here = 1 AND NEW.here = 0 BEGIN
  DELETE FROM reconnected WHERE person = NEW.id OR other = NEW.id;
END;
CREATE TRIGGER reconnected_erased AFTER DELETE ON person BEGIN
  DELETE FROM reconnected WHERE person = OLD.id OR other = OLD.id;
  DELETE FROM follow_look WHERE person = OLD.id;
END;
-- A link that is gone, weaker or moved: what was seen through that platform has to be seen again.
CREATE TRIGGER reconnected_unlinked AFTER UPDATE OF person, level, stable_id ON account
WHEN OLD.person IS NOT NULL AND OLD.stable_id IS NOT NULL AND (
  NEW.person IS NOT OLD.person OR NEW.level < OLD.level OR NEW.stable_id IS NOT OLD.stable_id
)
BEGIN
  DELETE FROM reconnected WHERE platform = OLD.platform AND (person = OLD.person OR other = OLD.person);
END;
CREATE TRIGGER reconnected_account_gone AFTER DELETE ON account WHEN OLD.person IS NOT NULL BEGIN
  DELETE FROM reconnected WHERE platform = OLD.platform AND (person = OLD.person OR other = OLD.person);
END;
