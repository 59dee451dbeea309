-- Emails about an article that came out, a few at a time; and the one of a morning to the organisers.

-- `cursor` is the last person that was seen to: who comes after it in the order of the ids is still to come.
CREATE TABLE mailings (
  article_id TEXT PRIMARY KEY REFERENCES articles (id),
  began_at TEXT NOT NULL,
  cursor TEXT NOT NULL,
  done_at TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX mailings_open ON mailings (began_at) WHERE done_at IS NULL;

ALTER TABLE emails ADD COLUMN article_id TEXT REFERENCES articles (id);

-- Whatever runs twice: each article once to each person, and one summary a day. One that is sent again says so itself.
CREATE UNIQUE INDEX emails_article_once ON emails (article_id, person_id)
  WHERE kind = 'article_published' AND again_of IS NULL;

CREATE UNIQUE INDEX emails_summary_once ON emails (substr(created_at, 1, 10))
  WHERE kind = 'organiser_summary' AND again_of IS NULL;

-- An article is news when it comes out for the first time: not when it was brought along from elsewhere, is changed, or comes
-- back.
CREATE TRIGGER mail_article_published AFTER UPDATE OF state ON articles
WHEN new.kind = 'article' AND new.state = 'published' AND old.state = 'draft' AND old.published_at IS NULL BEGIN
  INSERT OR IGNORE INTO mailings (article_id, began_at, cursor)
    VALUES (new.id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), '');
END;

-- What was written and did not go yet must not lead to a text that is gone. Should it come back soon, who was left out gets
-- hers after all.
CREATE TRIGGER mail_article_withdrawn AFTER UPDATE OF state ON articles
WHEN new.state = 'draft' AND old.state = 'published' BEGIN
  UPDATE mailings SET cursor = '', done_at = NULL WHERE article_id = new.id AND (done_at IS NULL OR EXISTS (
    SELECT 1 FROM emails WHERE article_id = new.id AND kind = 'article_published' AND state = 'waiting' AND attempts = 0));
  DELETE FROM emails
    WHERE article_id = new.id AND kind = 'article_published' AND state = 'waiting' AND attempts = 0;
END;
