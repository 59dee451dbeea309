-- Who gets an email when an article comes out. Nobody stands here who did not press the button in an email.

-- `categories` holds the ids of those that she wants to hear of; NULL is every article.
CREATE TABLE subscribers (
  person_id TEXT PRIMARY KEY REFERENCES people (id),
  categories TEXT CHECK (json_array_length(categories) > 0),
  since TEXT NOT NULL,
  stopped_at TEXT
) STRICT, WITHOUT ROWID;

-- What was asked from an address, until its button is pressed.
CREATE TABLE subscriber_asks (
  hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  categories TEXT CHECK (json_array_length(categories) > 0),
  submission TEXT NOT NULL UNIQUE,
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT;

CREATE INDEX subscriber_asks_by_person ON subscriber_asks (person_id);

CREATE INDEX subscriber_asks_by_expiry ON subscriber_asks (expires_at);

-- Who asked for articles alone gave no name. The first that she gives and proves to be hers is her name.
CREATE TRIGGER name_by_proved_comment AFTER UPDATE OF proved_at ON comments
WHEN new.proved_at IS NOT NULL AND old.proved_at IS NULL BEGIN
  UPDATE people SET name = new.name WHERE id = new.person_id AND name = '';
END;

CREATE TRIGGER name_by_own_comment AFTER INSERT ON comments WHEN new.proved_at IS NOT NULL BEGIN
  UPDATE people SET name = new.name WHERE id = new.person_id AND name = '';
END;

CREATE TRIGGER name_by_signup AFTER UPDATE OF confirmed_at ON signups
WHEN new.confirmed_at IS NOT NULL AND old.confirmed_at IS NULL BEGIN
  UPDATE people SET name = new.name WHERE id = new.person_id AND name = '';
END;
