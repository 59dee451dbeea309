-- An author, category or tag that is removed takes along the ways that led to it, and the page that stood there.

CREATE TRIGGER author_removed AFTER DELETE ON authors BEGIN
  DELETE FROM redirects WHERE to_slug = 'auteur/' || old.slug;
  DELETE FROM listing_counts WHERE subject_id = old.id;
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('site', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER category_removed AFTER DELETE ON categories BEGIN
  DELETE FROM redirects WHERE to_slug = 'categorie/' || old.slug;
  DELETE FROM listing_counts WHERE subject_id = old.id;
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('site', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER tag_removed AFTER DELETE ON tags BEGIN
  DELETE FROM redirects WHERE to_slug = 'tag/' || old.slug;
  DELETE FROM listing_counts WHERE subject_id = old.id;
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('site', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;
