-- Under which subjects an article is listed: its category, that one's parent, and each of its tags. Kept by triggers,
-- so that a page of any of these is read in order, and counted, from this table alone.

CREATE TABLE listings (
  subject_id TEXT NOT NULL,
  published_at TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (subject_id, published_at DESC, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX listings_by_article ON listings (article_id);

-- What should stand there.
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
    WHERE a.state = 'published' AND a.kind = 'article';

INSERT INTO listings SELECT * FROM article_subjects;

CREATE TRIGGER list_article_added AFTER INSERT ON articles WHEN new.state = 'published' BEGIN
  INSERT INTO listings SELECT * FROM article_subjects WHERE article_id = new.id;
END;

CREATE TRIGGER list_article_changed AFTER UPDATE OF state, kind, category_id, published_at ON articles BEGIN
  DELETE FROM listings WHERE article_id = new.id;
  INSERT INTO listings SELECT * FROM article_subjects WHERE article_id = new.id;
END;

CREATE TRIGGER list_article_tagged AFTER INSERT ON article_tags BEGIN
  DELETE FROM listings WHERE article_id = new.article_id;
  INSERT INTO listings SELECT * FROM article_subjects WHERE article_id = new.article_id;
END;

CREATE TRIGGER list_article_untagged AFTER DELETE ON article_tags BEGIN
  DELETE FROM listings WHERE article_id = old.article_id;
  INSERT INTO listings SELECT * FROM article_subjects WHERE article_id = old.article_id;
END;

CREATE TRIGGER list_category_moved AFTER UPDATE OF parent_id ON categories BEGIN
  DELETE FROM listings WHERE article_id IN (SELECT id FROM articles WHERE category_id = new.id);
  INSERT INTO listings SELECT * FROM article_subjects
    WHERE article_id IN (SELECT id FROM articles WHERE category_id = new.id);
END;
