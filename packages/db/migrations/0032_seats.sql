-- Seats for people who come together, a waiting list whose people are offered what comes free, and links that carry our mark.

-- `party_id` is the signup that she came with, or her own. `line` is her party's place on the list: it only goes up, and is
-- kept when she leaves the list. `held_until` is until when a seat is kept, or a place on the list may be proved.
CREATE TABLE signups_anew (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  party_id TEXT NOT NULL REFERENCES signups (id),
  name TEXT NOT NULL CHECK (consented_at IS NULL OR length(name) > 0),
  email TEXT NOT NULL,
  organisation TEXT NOT NULL,
  role TEXT NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'confirmed', 'waiting', 'offered', 'cancelled', 'expired')),
  state_at TEXT NOT NULL,
  line INTEGER CHECK (line > 0),
  submission TEXT NOT NULL,
  held_until TEXT,
  offer_until TEXT,
  consented_at TEXT,
  signed_up_at TEXT NOT NULL,
  confirmed_at TEXT,
  reminded_at TEXT,
  passed_over_at TEXT,
  sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0),
  CHECK (state <> 'held' OR held_until IS NOT NULL),
  CHECK (state <> 'waiting' OR (line IS NOT NULL AND (confirmed_at IS NOT NULL OR held_until IS NOT NULL))),
  CHECK (state <> 'offered' OR (offer_until IS NOT NULL AND confirmed_at IS NOT NULL)),
  CHECK (state <> 'confirmed' OR (confirmed_at IS NOT NULL AND consented_at IS NOT NULL))
) STRICT;

INSERT INTO signups_anew (rowid, id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at,
    line, submission, held_until, consented_at, signed_up_at, confirmed_at, sequence)
  SELECT rowid, id, session_id, person_id, id, name, email, organisation, role, note, state,
    coalesce(confirmed_at, signed_up_at),
    CASE state WHEN 'waiting' THEN row_number() OVER (PARTITION BY session_id, state ORDER BY rowid) END,
    submission, held_until, consented_at, signed_up_at, confirmed_at, CASE state WHEN 'confirmed' THEN 1 ELSE 0 END
  FROM signups;

DROP TABLE signups;

ALTER TABLE signups_anew RENAME TO signups;

CREATE UNIQUE INDEX signups_one_each ON signups (session_id, person_id) WHERE state NOT IN ('cancelled', 'expired');

CREATE INDEX signups_by_session ON signups (session_id, state, id);

CREATE INDEX signups_by_person ON signups (person_id);

CREATE INDEX signups_by_party ON signups (party_id);

CREATE INDEX signups_by_submission ON signups (submission);

CREATE INDEX signups_unproved ON signups (held_until) WHERE state IN ('held', 'waiting');

CREATE INDEX signups_offered ON signups (offer_until) WHERE state = 'offered';

-- Goes up when her address is corrected: links that were sent to another one open nothing any more.
ALTER TABLE people ADD COLUMN address_version INTEGER NOT NULL DEFAULT 1 CHECK (address_version > 0);

-- What a link about a signup or to a person's own page opens stands in the link itself; these are links about comments.
CREATE TABLE links_anew (
  hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('confirm_comment', 'approve_comment', 'answer_comment', 'reject_comment',
    'spam_comment')),
  person_id TEXT REFERENCES people (id),
  comment_id TEXT NOT NULL REFERENCES comments (id),
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  CHECK (purpose <> 'confirm_comment' OR person_id IS NOT NULL)
) STRICT;

INSERT INTO links_anew (hash, purpose, person_id, comment_id, made_at, expires_at, used_at)
  SELECT hash, purpose, person_id, comment_id, made_at, expires_at, used_at FROM links WHERE purpose LIKE '%_comment';

DROP TABLE links;

ALTER TABLE links_anew RENAME TO links;

CREATE INDEX links_by_expiry ON links (expires_at);

CREATE INDEX links_by_comment ON links (comment_id);
