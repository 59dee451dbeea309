-- What was said in the conversations somebody follows, in one email a day.

-- Until when she was told by it; NULL is since she began to follow.
ALTER TABLE subscriptions ADD COLUMN told_at TEXT;

CREATE TABLE digests (
  email_id TEXT NOT NULL REFERENCES emails (id),
  comment_id TEXT NOT NULL REFERENCES comments (id),
  PRIMARY KEY (email_id, comment_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX digests_by_comment ON digests (comment_id);

-- What is gone is in no digest any more; one that went out keeps no copy of it.
CREATE TRIGGER digest_email_deleted BEFORE DELETE ON emails BEGIN
  DELETE FROM digests WHERE email_id = old.id;
END;

CREATE TRIGGER digest_comment_deleted BEFORE DELETE ON comments BEGIN
  DELETE FROM digests WHERE comment_id = old.id;
END;

CREATE TRIGGER digest_comment_taken_away AFTER UPDATE OF state ON comments
WHEN new.state = 'deleted' AND old.state <> 'deleted' BEGIN
  UPDATE emails SET subject = NULL, html = NULL, text = NULL
    WHERE id IN (SELECT email_id FROM digests WHERE comment_id = new.id) AND (state = 'sent' OR attempts = 0);
  DELETE FROM digests WHERE comment_id = new.id;
END;
