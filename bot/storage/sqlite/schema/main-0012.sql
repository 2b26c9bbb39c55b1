-- Whom a Post that is still owed lists by name: asked again before it is sent. Somebody who was erased is 0.
CREATE TABLE naming (
  post INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  person INTEGER NOT NULL,           -- who it is for
  other INTEGER NOT NULL,
  account TEXT NOT NULL,             -- by which Account: its stable id, or its handle
  public INTEGER NOT NULL,           -- 1: for all to read
  PRIMARY KEY (post, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX naming_other ON naming (other);
CREATE INDEX naming_person ON naming (person);
CREATE TRIGGER naming_sent AFTER UPDATE OF state ON outbox WHEN NEW.state = 'sent' BEGIN
  DELETE FROM naming WHERE post = NEW.id;
END;
