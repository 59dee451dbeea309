-- What archives, search and the edge need.

ALTER TABLE categories ADD COLUMN parent_id TEXT REFERENCES categories (id);

CREATE TABLE tags (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL
) STRICT;

CREATE TABLE article_tags (
  article_id TEXT NOT NULL REFERENCES articles (id),
  tag_id TEXT NOT NULL REFERENCES tags (id),
  PRIMARY KEY (article_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_tags_by_tag ON article_tags (tag_id, article_id);

CREATE INDEX articles_by_category ON articles (category_id, published_at DESC)
  WHERE state = 'published' AND kind = 'article';

CREATE INDEX articles_by_author ON articles (author_id, published_at DESC)
  WHERE state = 'published' AND kind = 'article';

CREATE INDEX comments_newest ON comments (judged_at DESC) WHERE state = 'visible';

-- Where an address went. A path is kept without its slashes: `oude-naam`.
CREATE TABLE redirects (
  from_slug TEXT PRIMARY KEY,
  to_slug TEXT NOT NULL CHECK (to_slug <> from_slug),
  made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Cache tags that the edge must still forget: written with what changed, removed when it was done.
CREATE TABLE purges (
  tag TEXT PRIMARY KEY,
  asked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Trigrams, so that a part of a compound finds it: `tafel` finds `rondetafel`. A row has its text's own rowid.
CREATE VIRTUAL TABLE article_search USING fts5 (
  title, standfirst, body, tokenize="trigram remove_diacritics 1"
);

CREATE VIRTUAL TABLE comment_search USING fts5 (
  name, body, tokenize="trigram remove_diacritics 1"
);

INSERT INTO article_search (rowid, title, standfirst, body)
  SELECT rowid, title, standfirst, body FROM articles WHERE state = 'published';

INSERT INTO comment_search (rowid, name, body)
  SELECT rowid, name, body FROM comments WHERE state = 'visible';

CREATE TRIGGER search_article_added AFTER INSERT ON articles WHEN new.state = 'published' BEGIN
  INSERT INTO article_search (rowid, title, standfirst, body)
    VALUES (new.rowid, new.title, new.standfirst, new.body);
END;

CREATE TRIGGER search_article_changed AFTER UPDATE OF title, standfirst, body, state ON articles BEGIN
  DELETE FROM article_search WHERE rowid = old.rowid;
  INSERT INTO article_search (rowid, title, standfirst, body)
    SELECT new.rowid, new.title, new.standfirst, new.body WHERE new.state = 'published';
END;

CREATE TRIGGER search_comment_added AFTER INSERT ON comments WHEN new.state = 'visible' BEGIN
  INSERT INTO comment_search (rowid, name, body) VALUES (new.rowid, new.name, new.body);
END;

CREATE TRIGGER search_comment_changed AFTER UPDATE OF name, body, state ON comments BEGIN
  DELETE FROM comment_search WHERE rowid = old.rowid;
  INSERT INTO comment_search (rowid, name, body) SELECT new.rowid, new.name, new.body WHERE new.state = 'visible';
END;
