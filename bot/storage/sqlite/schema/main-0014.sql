-- 1: the X handle is only what somebody else's tweets say; nobody is recognised by it.
ALTER TABLE person ADD COLUMN x_heard INTEGER NOT NULL DEFAULT 0;
