-- Addresses that were asked for and where nothing stood: how often on a day, and nothing of who asked.

CREATE TABLE misses (
  day TEXT NOT NULL,
  slug TEXT NOT NULL CHECK (length(slug) BETWEEN 1 AND 120),
  count INTEGER NOT NULL CHECK (count > 0),
  PRIMARY KEY (day, slug)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER forget_redirect_added AFTER INSERT ON redirects BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES
    ('articles', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    ('text-' || new.from_slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_redirect_changed AFTER UPDATE ON redirects BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('text-' || new.from_slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_redirect_removed AFTER DELETE ON redirects BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('text-' || old.from_slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;
