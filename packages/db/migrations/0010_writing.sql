-- What was written before, when a text will come out, which texts were thrown away, and who wrote them together.

ALTER TABLE articles ADD COLUMN publish_at TEXT CHECK (publish_at IS NULL OR state = 'draft');

ALTER TABLE articles ADD COLUMN trashed_at TEXT CHECK (trashed_at IS NULL OR state = 'draft');

CREATE INDEX articles_due ON articles (publish_at) WHERE publish_at IS NOT NULL;

CREATE INDEX articles_trashed ON articles (trashed_at) WHERE trashed_at IS NOT NULL;

-- The key of the request that did it: one that comes again finds what it did.
ALTER TABLE audit ADD COLUMN idempotency_key TEXT;

CREATE UNIQUE INDEX audit_once ON audit (idempotency_key) WHERE idempotency_key IS NOT NULL;

-- A text as it stood at each version.
CREATE TABLE revisions (
  article_id TEXT NOT NULL REFERENCES articles (id),
  version INTEGER NOT NULL CHECK (version > 0),
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  standfirst TEXT NOT NULL,
  body TEXT NOT NULL,
  authors TEXT NOT NULL CHECK (json_valid(authors)),
  category TEXT,
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  picture TEXT,
  is_open_for_comments INTEGER NOT NULL CHECK (is_open_for_comments IN (0, 1)),
  saved_at TEXT NOT NULL,
  admin_name TEXT,
  PRIMARY KEY (article_id, version)
) STRICT, WITHOUT ROWID;

-- Who wrote an article, in the order in which they are named. The first also stands in articles.author_id.
CREATE TABLE article_authors (
  article_id TEXT NOT NULL REFERENCES articles (id),
  author_id TEXT NOT NULL REFERENCES authors (id),
  position INTEGER NOT NULL CHECK (position > 0),
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX article_authors_by_author ON article_authors (author_id, article_id);

INSERT INTO article_authors (article_id, author_id, position)
  SELECT id, author_id, 1 FROM articles WHERE author_id IS NOT NULL;

-- A link that shows a draft to who holds it.
CREATE TABLE previews (
  hash TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX previews_by_article ON previews (article_id);

-- Authors are subjects that an article is listed under, as categories and tags are.
DROP VIEW article_subjects;

CREATE VIEW article_subjects AS
  SELECT category_id AS subject_id, published_at, id AS article_id
    FROM articles WHERE state = 'published' AND kind = 'article' AND category_id IS NOT NULL
  UNION ALL
  SELECT c.parent_id, a.published_at, a.id
    FROM articles a JOIN categories c ON c.id = a.category_id
    WHERE a.state = 'published' AND a.kind = 'article' AND c.parent_id IS NOT NULL
  UNION ALL
  SELECT t.tag_id, a.published_at, a.id
    FROM article_tags t JOIN articles a ON a.id = t.article_id
    WHERE a.state = 'published' AND a.kind = 'article'
  UNION ALL
  SELECT w.author_id, a.published_at, a.id
    FROM article_authors w JOIN articles a ON a.id = w.article_id
    WHERE a.state = 'published' AND a.kind = 'article';

DELETE FROM listings;

INSERT INTO listings SELECT * FROM article_subjects;

CREATE TRIGGER list_article_signed AFTER INSERT ON article_authors BEGIN
  DELETE FROM listings WHERE article_id = new.article_id;
  INSERT INTO listings SELECT * FROM article_subjects WHERE article_id = new.article_id;
END;

CREATE TRIGGER list_article_unsigned AFTER DELETE ON article_authors BEGIN
  DELETE FROM listings WHERE article_id = old.article_id;
  INSERT INTO listings SELECT * FROM article_subjects WHERE article_id = old.article_id;
END;

CREATE TRIGGER forget_article_signed AFTER INSERT ON article_authors BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at)
    SELECT 'text-' || slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM articles WHERE id = new.article_id;
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('articles', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_article_unsigned AFTER DELETE ON article_authors BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at)
    SELECT 'text-' || slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM articles WHERE id = old.article_id;
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('articles', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;
