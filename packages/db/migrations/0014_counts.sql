-- How many articles are listed under a subject, kept by triggers: counting a hundred thousand takes longer than the page.
-- `all` is the subject of every article.

CREATE TABLE listing_counts (
  subject_id TEXT PRIMARY KEY,
  count INTEGER NOT NULL CHECK (count >= 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER count_listing_added AFTER INSERT ON listings BEGIN
  INSERT INTO listing_counts (subject_id, count) VALUES (new.subject_id, 1)
    ON CONFLICT (subject_id) DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER count_listing_removed AFTER DELETE ON listings BEGIN
  UPDATE listing_counts SET count = count - 1 WHERE subject_id = old.subject_id;
END;

DROP VIEW article_subjects;

CREATE VIEW article_subjects AS
  SELECT 'all' AS subject_id, published_at, id AS article_id
    FROM articles WHERE state = 'published' AND kind = 'article'
  UNION ALL
  SELECT category_id, published_at, id
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

DELETE FROM listing_counts;

INSERT INTO listings SELECT * FROM article_subjects;
