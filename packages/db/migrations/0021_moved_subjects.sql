-- An author, category or tag that gets another address leaves a way from its old one, as a text does. Its way begins with
-- what it is, so that it never meets a text's.

CREATE TRIGGER author_moved AFTER UPDATE OF slug ON authors WHEN old.slug <> new.slug BEGIN
  DELETE FROM redirects WHERE from_slug = 'auteur/' || new.slug;
  UPDATE redirects SET to_slug = 'auteur/' || new.slug WHERE to_slug = 'auteur/' || old.slug;
  INSERT OR REPLACE INTO redirects (from_slug, to_slug, made_at)
    VALUES ('auteur/' || old.slug, 'auteur/' || new.slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER category_moved AFTER UPDATE OF slug ON categories WHEN old.slug <> new.slug BEGIN
  DELETE FROM redirects WHERE from_slug = 'categorie/' || new.slug;
  UPDATE redirects SET to_slug = 'categorie/' || new.slug WHERE to_slug = 'categorie/' || old.slug;
  INSERT OR REPLACE INTO redirects (from_slug, to_slug, made_at)
    VALUES ('categorie/' || old.slug, 'categorie/' || new.slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER tag_moved AFTER UPDATE OF slug ON tags WHEN old.slug <> new.slug BEGIN
  DELETE FROM redirects WHERE from_slug = 'tag/' || new.slug;
  UPDATE redirects SET to_slug = 'tag/' || new.slug WHERE to_slug = 'tag/' || old.slug;
  INSERT OR REPLACE INTO redirects (from_slug, to_slug, made_at)
    VALUES ('tag/' || old.slug, 'tag/' || new.slug, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;
