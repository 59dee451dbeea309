-- Comments by proved people, judged before they are shown; and what organisers and readers can do with them.

CREATE TABLE comments_anew (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  parent_id TEXT REFERENCES comments (id),
  person_id TEXT REFERENCES people (id),
  number INTEGER CHECK (number > 0),
  name TEXT NOT NULL CHECK (state = 'deleted' OR length(name) > 0),
  email TEXT,
  body TEXT NOT NULL CHECK (state = 'deleted' OR length(body) > 0),
  body_html TEXT NOT NULL,
  wants_notice INTEGER NOT NULL CHECK (wants_notice IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('waiting_for_address', 'held', 'visible', 'rejected', 'spam', 'deleted')),
  submission TEXT NOT NULL UNIQUE,
  posted_at TEXT NOT NULL,
  proved_at TEXT,
  judged_at TEXT,
  edited_at TEXT,
  score REAL NOT NULL DEFAULT 0,
  reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
  learned TEXT CHECK (learned IN ('spam', 'clear')),
  fingerprint TEXT,
  network TEXT,
  UNIQUE (article_id, number),
  CHECK (state <> 'visible' OR number IS NOT NULL)
) STRICT;

INSERT INTO comments_anew (rowid, id, article_id, parent_id, number, name, email, body, body_html, wants_notice, state,
    submission, posted_at, judged_at)
  SELECT rowid, id, article_id, parent_id, number, name, email, body, body_html, wants_notice, state,
    submission, posted_at, judged_at FROM comments;

DROP TABLE comments;

ALTER TABLE comments_anew RENAME TO comments;

CREATE INDEX comments_visible ON comments (article_id, number) WHERE state = 'visible';

CREATE INDEX comments_to_judge ON comments (state, id) WHERE state <> 'visible';

CREATE INDEX comments_newest ON comments (judged_at DESC) WHERE state = 'visible';

CREATE INDEX comments_by_person ON comments (person_id, id) WHERE person_id IS NOT NULL;

CREATE INDEX comments_by_parent ON comments (parent_id) WHERE parent_id IS NOT NULL;

CREATE INDEX comments_by_text ON comments (fingerprint) WHERE fingerprint IS NOT NULL;

CREATE INDEX comments_by_network ON comments (network) WHERE network IS NOT NULL;

CREATE TRIGGER search_comment_added AFTER INSERT ON comments WHEN new.state = 'visible' BEGIN
  INSERT INTO comment_search (rowid, name, body) VALUES (new.rowid, new.name, new.body);
END;

CREATE TRIGGER search_comment_changed AFTER UPDATE OF name, body, state ON comments BEGIN
  DELETE FROM comment_search WHERE rowid = old.rowid;
  INSERT INTO comment_search (rowid, name, body) SELECT new.rowid, new.name, new.body WHERE new.state = 'visible';
END;

CREATE TRIGGER forget_comment_added AFTER INSERT ON comments WHEN new.state = 'visible' BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at)
    SELECT 'text-' || slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM articles WHERE id = new.article_id;
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('comments', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_comment_changed AFTER UPDATE ON comments
WHEN old.state IN ('visible', 'deleted') OR new.state IN ('visible', 'deleted') BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at)
    SELECT 'text-' || slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM articles WHERE id = new.article_id;
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('comments', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

-- A link can now be about a comment, or be an organiser's, who is no person here.
CREATE TABLE links_anew (
  hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('confirm_signup', 'person', 'confirm_comment', 'approve_comment',
    'answer_comment', 'reject_comment', 'spam_comment', 'unsubscribe')),
  person_id TEXT REFERENCES people (id),
  signup_id TEXT REFERENCES signups (id),
  comment_id TEXT REFERENCES comments (id),
  article_id TEXT REFERENCES articles (id),
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  CHECK (purpose NOT IN ('confirm_signup', 'person', 'confirm_comment', 'unsubscribe') OR person_id IS NOT NULL),
  CHECK (purpose <> 'confirm_signup' OR signup_id IS NOT NULL),
  CHECK (purpose NOT LIKE '%_comment' OR comment_id IS NOT NULL)
) STRICT;

INSERT INTO links_anew (hash, purpose, person_id, signup_id, made_at, expires_at, used_at)
  SELECT hash, purpose, person_id, signup_id, made_at, expires_at, used_at FROM links;

DROP TABLE links;

ALTER TABLE links_anew RENAME TO links;

CREATE INDEX links_by_expiry ON links (expires_at);

CREATE INDEX links_by_comment ON links (comment_id) WHERE comment_id IS NOT NULL;

-- How often something came, in a stretch of time. The key is a keyed hash; a row is removed after its end.
CREATE TABLE rates (
  key TEXT PRIMARY KEY,
  count INTEGER NOT NULL CHECK (count > 0),
  ends_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX rates_by_end ON rates (ends_at);

CREATE TABLE settings (
  name TEXT PRIMARY KEY CHECK (name IN ('held_comments')),
  value TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0)
) STRICT, WITHOUT ROWID;

INSERT INTO settings (name, value, version) VALUES ('held_comments', 'first_timers', 1);

-- Who wants to hear of a conversation.
CREATE TABLE subscriptions (
  person_id TEXT NOT NULL REFERENCES people (id),
  article_id TEXT NOT NULL REFERENCES articles (id),
  pace TEXT NOT NULL CHECK (pace IN ('at_once', 'daily', 'never')),
  made_at TEXT NOT NULL,
  PRIMARY KEY (person_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX subscriptions_by_article ON subscriptions (article_id) WHERE pace <> 'never';

-- What the buttons taught: in how many comments of each kind a word stood. The empty word counts the comments.
CREATE TABLE learned_words (
  word TEXT PRIMARY KEY,
  spam INTEGER NOT NULL DEFAULT 0,
  clear INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- For how many days after it came out one may comment; NULL is always.
ALTER TABLE articles ADD COLUMN open_days INTEGER CHECK (open_days > 0);

ALTER TABLE emails ADD COLUMN person_id TEXT REFERENCES people (id);

ALTER TABLE emails ADD COLUMN stop_url TEXT;

CREATE INDEX emails_by_comment ON emails (comment_id) WHERE comment_id IS NOT NULL;
