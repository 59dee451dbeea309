-- An article is found by who wrote it and what it is listed under too: names and titles stand in a column of their own, so
-- that they weigh less than its title and more than its text. Only the last column is new: what reads the others still can.

DROP TRIGGER search_article_added;

DROP TRIGGER search_article_changed;

DROP TABLE article_search;

CREATE VIRTUAL TABLE article_search USING fts5 (
  title, standfirst, body, about, tokenize="trigram remove_diacritics 1"
);

-- What should stand there.
CREATE VIEW searched_articles AS
  SELECT a.rowid AS id, a.id AS article_id, a.title, a.standfirst, a.body,
    coalesce((SELECT group_concat(u.name, char(10)) FROM article_authors w JOIN authors u ON u.id = w.author_id
      WHERE w.article_id = a.id), '') || char(10)
    || coalesce((SELECT group_concat(c.title, char(10)) FROM categories s JOIN categories c ON c.id IN (s.id, s.parent_id)
      WHERE s.id = a.category_id), '') || char(10)
    || coalesce((SELECT group_concat(t.title, char(10)) FROM article_tags l JOIN tags t ON t.id = l.tag_id
      WHERE l.article_id = a.id), '') AS about
  FROM articles a WHERE a.state = 'published';

INSERT INTO article_search (rowid, title, standfirst, body, about)
  SELECT id, title, standfirst, body, about FROM searched_articles;

CREATE TRIGGER search_article_added AFTER INSERT ON articles WHEN new.state = 'published' BEGIN
  INSERT INTO article_search (rowid, title, standfirst, body, about)
    SELECT id, title, standfirst, body, about FROM searched_articles WHERE id = new.rowid;
END;

CREATE TRIGGER search_article_changed AFTER UPDATE OF title, standfirst, body, category_id, state ON articles BEGIN
  DELETE FROM article_search WHERE rowid = old.rowid;
  INSERT INTO article_search (rowid, title, standfirst, body, about)
    SELECT id, title, standfirst, body, about FROM searched_articles WHERE id = new.rowid;
END;

CREATE TRIGGER search_author_added AFTER INSERT ON article_authors BEGIN
  UPDATE article_search SET about = s.about FROM searched_articles s
    WHERE s.article_id = new.article_id AND article_search.rowid = s.id;
END;

CREATE TRIGGER search_author_removed AFTER DELETE ON article_authors BEGIN
  UPDATE article_search SET about = s.about FROM searched_articles s
    WHERE s.article_id = old.article_id AND article_search.rowid = s.id;
END;

CREATE TRIGGER search_author_renamed AFTER UPDATE OF name ON authors WHEN old.name <> new.name BEGIN
  UPDATE article_search SET about = s.about FROM searched_articles s
    WHERE s.article_id IN (SELECT article_id FROM article_authors WHERE author_id = new.id)
      AND article_search.rowid = s.id;
END;

CREATE TRIGGER search_category_changed AFTER UPDATE OF title, parent_id ON categories
WHEN old.title <> new.title OR old.parent_id IS NOT new.parent_id BEGIN
  UPDATE article_search SET about = s.about FROM searched_articles s
    WHERE s.article_id IN (SELECT article_id FROM listings WHERE subject_id = new.id)
      AND article_search.rowid = s.id;
END;

CREATE TRIGGER search_tag_added AFTER INSERT ON article_tags BEGIN
  UPDATE article_search SET about = s.about FROM searched_articles s
    WHERE s.article_id = new.article_id AND article_search.rowid = s.id;
END;

CREATE TRIGGER search_tag_removed AFTER DELETE ON article_tags BEGIN
  UPDATE article_search SET about = s.about FROM searched_articles s
    WHERE s.article_id = old.article_id AND article_search.rowid = s.id;
END;

CREATE TRIGGER search_tag_renamed AFTER UPDATE OF title ON tags WHEN old.title <> new.title BEGIN
  UPDATE article_search SET about = s.about FROM searched_articles s
    WHERE s.article_id IN (SELECT article_id FROM article_tags WHERE tag_id = new.id)
      AND article_search.rowid = s.id;
END;
