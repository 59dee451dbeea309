-- By which words an article is found as related: the first seven letters of each word of its title and standfirst that is
-- long enough to tell something. Kept by triggers, so that no write can leave it out.

CREATE TABLE stems (
  stem TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (stem, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX stems_by_article ON stems (article_id);

-- What should stand there, some of it more than once. The text is made a JSON list of words: SQLite has no split.
CREATE VIEW article_stems AS
  SELECT substr(w.value, 1, 7) AS stem, t.id AS article_id
  FROM (
    SELECT id, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        lower(title || ' ' || standfirst), char(10), ' '), char(9), ' '), '"', ' '), '\', ' '), '-', ' '), '/', ' '),
        '.', ' '), ',', ' '), ':', ' '), ';', ' '), '?', ' '), '!', ' '), ')', ' ') AS words
    FROM articles WHERE state = 'published' AND kind = 'article'
  ) t, json_each('[' || replace(json_quote(t.words), ' ', '","') || ']') w
  WHERE length(w.value) >= 5 AND w.value NOT IN (
    'alleen', 'alles', 'altijd', 'andere', 'anders', 'beetje', 'bijna', 'binnen', 'buiten', 'daarna', 'daarom', 'daarvan',
    'dezelfde', 'dingen', 'eerder', 'eerste', 'eigen', 'eigenlijk', 'elkaar', 'ergens', 'geweest', 'graag', 'hadden',
    'hebben', 'heeft', 'hoeft', 'hoeveel', 'iedereen', 'iemand', 'jezelf', 'komen', 'krijgen', 'krijgt', 'kunnen', 'laten',
    'later', 'maken', 'maakt', 'meeste', 'mensen', 'misschien', 'moeten', 'nergens', 'niemand', 'niets', 'nieuw', 'nieuwe',
    'nooit', 'omdat', 'onder', 'opnieuw', 'staan', 'staat', 'steeds', 'straks', 'tegen', 'terug', 'terwijl', 'tussen',
    'vooral', 'voordat', 'waaraan', 'waarin', 'waarom', 'waren', 'wanneer', 'weinig', 'welke', 'weten', 'willen', 'worden',
    'wordt', 'zeggen', 'zichzelf', 'zodat', 'zonder', 'zoveel', 'zullen'
  );

INSERT OR IGNORE INTO stems SELECT * FROM article_stems;

CREATE TRIGGER stem_article_added AFTER INSERT ON articles WHEN new.state = 'published' BEGIN
  INSERT OR IGNORE INTO stems SELECT * FROM article_stems WHERE article_id = new.id;
END;

CREATE TRIGGER stem_article_changed AFTER UPDATE OF state, kind, title, standfirst ON articles BEGIN
  DELETE FROM stems WHERE article_id = new.id;
  INSERT OR IGNORE INTO stems SELECT * FROM article_stems WHERE article_id = new.id;
END;
