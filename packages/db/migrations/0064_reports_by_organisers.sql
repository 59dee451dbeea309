-- Whether nobody reported the comment: an organiser took it off by herself, and this says by which rule and why.

ALTER TABLE reports ADD COLUMN by_organiser INTEGER NOT NULL DEFAULT 0 CHECK (by_organiser IN (0, 1));
