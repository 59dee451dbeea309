-- What the edge must forget is written down by the database itself, so that no write can leave it out.
-- The tags are those of domain/freshness.ts; a test holds the two together.

CREATE TRIGGER forget_article_added AFTER INSERT ON articles WHEN new.state = 'published' BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES
    ('articles', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    ('text-' || new.slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_article_changed AFTER UPDATE ON articles
WHEN old.state = 'published' OR new.state = 'published' BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES
    ('articles', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    ('text-' || old.slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    ('text-' || new.slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_comment_added AFTER INSERT ON comments WHEN new.state = 'visible' BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at)
    SELECT 'text-' || slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM articles WHERE id = new.article_id;
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('comments', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_comment_changed AFTER UPDATE ON comments
WHEN old.state = 'visible' OR new.state = 'visible' BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at)
    SELECT 'text-' || slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM articles WHERE id = new.article_id;
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('comments', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_session_added AFTER INSERT ON sessions BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_session_changed AFTER UPDATE ON sessions BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_step_added AFTER INSERT ON steps BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_step_changed AFTER UPDATE ON steps BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_author_changed AFTER UPDATE ON authors BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('site', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_category_changed AFTER UPDATE ON categories BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('site', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_tag_changed AFTER UPDATE ON tags BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('site', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_article_tagged AFTER INSERT ON article_tags BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at)
    SELECT 'text-' || slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM articles WHERE id = new.article_id;
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('articles', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_article_untagged AFTER DELETE ON article_tags BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at)
    SELECT 'text-' || slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM articles WHERE id = old.article_id;
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('articles', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

-- A published text that moves leaves a way from its old address; ways never chain and never circle.
CREATE TRIGGER article_moved AFTER UPDATE OF slug ON articles
WHEN old.slug <> new.slug AND old.state = 'published' BEGIN
  DELETE FROM redirects WHERE from_slug = new.slug;
  UPDATE redirects SET to_slug = new.slug WHERE to_slug = old.slug;
  INSERT OR REPLACE INTO redirects (from_slug, to_slug, made_at)
    VALUES (old.slug, new.slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;
