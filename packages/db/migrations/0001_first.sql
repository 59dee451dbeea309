-- Statements are parted by an empty line. Times are UTC, ISO 8601 with Z and milliseconds,
-- except the *_local ones, which are wall time in time_zone.

CREATE TABLE authors (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  bio TEXT NOT NULL
) STRICT;

CREATE TABLE categories (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL
) STRICT;

CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('article', 'page')),
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 120),
  title TEXT NOT NULL CHECK (length(title) > 0),
  standfirst TEXT NOT NULL,
  body TEXT NOT NULL,
  body_html TEXT NOT NULL,
  author_id TEXT REFERENCES authors (id),
  category_id TEXT REFERENCES categories (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'published')),
  is_open_for_comments INTEGER NOT NULL CHECK (is_open_for_comments IN (0, 1)),
  published_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  idempotency_key TEXT UNIQUE,
  CHECK (state = 'draft' OR published_at IS NOT NULL)
) STRICT;

CREATE INDEX articles_newest ON articles (kind, published_at DESC) WHERE state = 'published';

CREATE TABLE comments (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  parent_id TEXT REFERENCES comments (id),
  number INTEGER CHECK (number > 0),
  name TEXT NOT NULL CHECK (length(name) > 0),
  email TEXT,
  body TEXT NOT NULL CHECK (length(body) > 0),
  body_html TEXT NOT NULL,
  wants_notice INTEGER NOT NULL CHECK (wants_notice IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('held', 'visible', 'rejected')),
  submission TEXT NOT NULL UNIQUE,
  posted_at TEXT NOT NULL,
  judged_at TEXT,
  UNIQUE (article_id, number),
  CHECK (state <> 'visible' OR number IS NOT NULL)
) STRICT;

CREATE INDEX comments_visible ON comments (article_id, number) WHERE state = 'visible';

CREATE INDEX comments_held ON comments (posted_at) WHERE state = 'held';

CREATE TABLE steps (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL UNIQUE CHECK (position > 0),
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  body TEXT NOT NULL,
  body_html TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  step_id TEXT NOT NULL REFERENCES steps (id),
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  starts_local TEXT NOT NULL,
  ends_local TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL CHECK (ends_at > starts_at),
  place TEXT NOT NULL,
  address TEXT NOT NULL,
  city TEXT NOT NULL,
  guides TEXT NOT NULL,
  capacity INTEGER NOT NULL CHECK (capacity > 0),
  state TEXT NOT NULL CHECK (state IN ('planned', 'cancelled')),
  created_at TEXT NOT NULL,
  idempotency_key TEXT UNIQUE
) STRICT;

CREATE INDEX sessions_by_start ON sessions (starts_at);

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  email_key TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  confirmed_at TEXT
) STRICT;

CREATE TABLE signups (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  name TEXT NOT NULL CHECK (length(name) > 0),
  email TEXT NOT NULL,
  organisation TEXT NOT NULL,
  role TEXT NOT NULL,
  note TEXT NOT NULL,
  together TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'confirmed', 'waiting', 'cancelled', 'expired')),
  submission TEXT NOT NULL,
  held_until TEXT CHECK (state <> 'held' OR held_until IS NOT NULL),
  consented_at TEXT NOT NULL,
  signed_up_at TEXT NOT NULL,
  confirmed_at TEXT CHECK (state <> 'confirmed' OR confirmed_at IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX signups_one_each ON signups (session_id, person_id) WHERE state NOT IN ('cancelled', 'expired');

CREATE INDEX signups_by_session ON signups (session_id, state, id);

CREATE INDEX signups_by_person ON signups (person_id);

CREATE TABLE links (
  hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('confirm_signup', 'person')),
  person_id TEXT NOT NULL REFERENCES people (id),
  signup_id TEXT REFERENCES signups (id),
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  CHECK (purpose <> 'confirm_signup' OR signup_id IS NOT NULL)
) STRICT;

CREATE INDEX links_by_expiry ON links (expires_at);

CREATE TABLE emails (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  to_address TEXT NOT NULL,
  comment_id TEXT REFERENCES comments (id),
  signup_id TEXT REFERENCES signups (id),
  token TEXT,
  subject TEXT,
  html TEXT,
  text TEXT,
  calendar TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  due_at TEXT NOT NULL,
  lease_until TEXT CHECK (state <> 'sending' OR lease_until IS NOT NULL),
  created_at TEXT NOT NULL,
  sent_at TEXT CHECK (state <> 'sent' OR sent_at IS NOT NULL),
  provider_id TEXT,
  problem TEXT
) STRICT;

CREATE INDEX emails_due ON emails (due_at) WHERE state IN ('waiting', 'sending');

CREATE INDEX emails_by_signup ON emails (signup_id) WHERE signup_id IS NOT NULL;

CREATE TABLE admin_tokens (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  roles TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT
) STRICT;

CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  admin_id TEXT NOT NULL,
  admin_name TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL
) STRICT;

CREATE INDEX audit_by_time ON audit (at);
