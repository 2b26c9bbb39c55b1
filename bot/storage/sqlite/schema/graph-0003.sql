-- Each pair in both orders: everybody around a Person is one range of one tree, mutual or not, each once.
CREATE TABLE match_both (
  person INTEGER NOT NULL,
  other INTEGER NOT NULL,
  support INTEGER NOT NULL,          -- bits: 1, 2: `person` followed `other` on X, say their own, the other's lists;
                                     -- 4, 8: the other way round
  PRIMARY KEY (person, other)
) STRICT, WITHOUT ROWID;
INSERT INTO match_both (person, other, support)
SELECT person, other, sum(support) FROM (
  SELECT person, other, support FROM match
  UNION ALL
  SELECT other, person, ((support & 1) << 3) | ((support & 2) << 1) FROM match
) GROUP BY person, other ORDER BY person, other;
DROP TABLE match;
ALTER TABLE match_both RENAME TO match;
