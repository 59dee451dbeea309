-- A long conversation is shown in pages of threads: a comment on the article itself, with all that answers it.
-- `thread` is the number of that first comment; it follows from the parent, and is there as soon as there is a number.

ALTER TABLE comments ADD COLUMN thread INTEGER;

-- Goes up with every change of the text, so that nobody decides about a text that is no longer there.
ALTER TABLE comments ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

WITH RECURSIVE below (id, thread) AS (
  SELECT id, number FROM comments WHERE parent_id IS NULL AND number IS NOT NULL
  UNION ALL
  SELECT c.id, b.thread FROM comments c JOIN below b ON c.parent_id = b.id WHERE c.number IS NOT NULL
)
UPDATE comments SET thread = below.thread FROM below WHERE below.id = comments.id;

DROP INDEX comments_visible;

-- What its writer took away keeps its place while somebody's answer stands under it.
CREATE INDEX comments_shown ON comments (article_id, thread, number) WHERE state IN ('visible', 'deleted');

CREATE INDEX comments_visible ON comments (article_id, thread) WHERE state = 'visible';

CREATE TRIGGER thread_of_added AFTER INSERT ON comments WHEN new.number IS NOT NULL BEGIN
  UPDATE comments SET thread = coalesce((SELECT p.thread FROM comments p WHERE p.id = new.parent_id), new.number)
    WHERE id = new.id;
END;

CREATE TRIGGER thread_of_numbered AFTER UPDATE OF number ON comments
WHEN old.number IS NULL AND new.number IS NOT NULL BEGIN
  UPDATE comments SET thread = coalesce((SELECT p.thread FROM comments p WHERE p.id = new.parent_id), new.number)
    WHERE id = new.id;
END;
