-- For how many days one may comment belongs to the text, so its versions keep it; and what still has to close is found fast.

ALTER TABLE revisions ADD COLUMN open_days INTEGER;

CREATE INDEX articles_to_close ON articles (published_at)
  WHERE open_days IS NOT NULL AND is_open_for_comments = 1 AND state = 'published';
