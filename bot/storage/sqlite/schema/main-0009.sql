-- Whether a Person is in a pair of two people who are here, no longer in how many: only who is reunited, or no longer, is
-- written then, not everybody a list names.
ALTER TABLE person RENAME COLUMN pairs TO reunited;
UPDATE person SET reunited = 1 WHERE reunited > 1;
