-- Pictures: what is known of each. Their bytes are in the bucket, under the id.

CREATE TABLE media (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  alt TEXT NOT NULL CHECK (length(alt) > 0),
  caption TEXT NOT NULL,
  credit TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0)
) STRICT;

ALTER TABLE articles ADD COLUMN picture_id TEXT REFERENCES media (id);

CREATE INDEX articles_by_picture ON articles (picture_id) WHERE picture_id IS NOT NULL;

-- The pictures that stand in a text.
CREATE TABLE article_figures (
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  media_id TEXT NOT NULL REFERENCES media (id),
  PRIMARY KEY (article_id, media_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_figures_by_media ON article_figures (media_id);

CREATE TRIGGER forget_media_changed AFTER UPDATE ON media BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at)
    SELECT 'text-' || slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM articles
    WHERE state = 'published'
      AND (picture_id = new.id OR id IN (SELECT article_id FROM article_figures WHERE media_id = new.id));
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('articles', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

-- Its bytes have an address that the edge keeps for a year.
CREATE TRIGGER forget_media_removed AFTER DELETE ON media BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at)
    VALUES ('media-' || old.id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;
