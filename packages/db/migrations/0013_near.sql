-- The addresses of published texts in pieces of three letters, so that one that looks like another is found without
-- reading them all.

CREATE VIRTUAL TABLE slug_search USING fts5 (slug, tokenize="trigram", detail=none);

INSERT INTO slug_search (rowid, slug) SELECT rowid, slug FROM articles WHERE state = 'published';

CREATE TRIGGER near_article_added AFTER INSERT ON articles WHEN new.state = 'published' BEGIN
  INSERT INTO slug_search (rowid, slug) VALUES (new.rowid, new.slug);
END;

CREATE TRIGGER near_article_changed AFTER UPDATE OF slug, state ON articles BEGIN
  DELETE FROM slug_search WHERE rowid = old.rowid;
  INSERT INTO slug_search (rowid, slug) SELECT new.rowid, new.slug WHERE new.state = 'published';
END;
