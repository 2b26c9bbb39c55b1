-- Which Post put a question: one that never reached anybody has asked nothing, and may be put again.
ALTER TABLE question ADD COLUMN post INTEGER;
CREATE INDEX question_post ON question (post) WHERE post IS NOT NULL;
CREATE TRIGGER question_unasked AFTER UPDATE OF state ON outbox
WHEN NEW.state IN ('refused', 'withdrawn') AND OLD.state <> 'unknown'
BEGIN
  DELETE FROM question WHERE post = NEW.id AND answered_at IS NULL;
END;
