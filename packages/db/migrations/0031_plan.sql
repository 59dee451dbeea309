-- The step plan in full: what a step asks and opens, what a session asks of people, who was there, and who wants to hear.

ALTER TABLE steps ADD COLUMN requires_id TEXT REFERENCES steps (id);

ALTER TABLE steps ADD COLUMN for_whom TEXT NOT NULL DEFAULT '';

ALTER TABLE steps ADD COLUMN opens TEXT NOT NULL DEFAULT '';

ALTER TABLE steps ADD COLUMN guides TEXT NOT NULL DEFAULT '';

-- What it usually costs; NULL is not said, 0 is free.
ALTER TABLE steps ADD COLUMN price_cents INTEGER CHECK (price_cents >= 0);

ALTER TABLE steps ADD COLUMN payment TEXT NOT NULL DEFAULT '';

ALTER TABLE steps ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);

-- For confirmed people alone, as are the notes.
ALTER TABLE sessions ADD COLUMN online_url TEXT;

ALTER TABLE sessions ADD COLUMN notes TEXT NOT NULL DEFAULT '';

ALTER TABLE sessions ADD COLUMN opens_at TEXT;

ALTER TABLE sessions ADD COLUMN closes_at TEXT CHECK (closes_at > opens_at);

ALTER TABLE sessions ADD COLUMN price_cents INTEGER NOT NULL DEFAULT 0 CHECK (price_cents >= 0);

ALTER TABLE sessions ADD COLUMN payment TEXT NOT NULL DEFAULT '';

ALTER TABLE sessions ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);

ALTER TABLE sessions ADD COLUMN changed_at TEXT;

-- When it was first going to be, as wall time.
ALTER TABLE sessions ADD COLUMN moved_from TEXT;

ALTER TABLE sessions ADD COLUMN cancelled_at TEXT;

ALTER TABLE sessions ADD COLUMN cancel_reason TEXT NOT NULL DEFAULT '';

-- How many seats were given when the capacity went below them: nobody is thrown out, and nothing is broken then.
ALTER TABLE sessions ADD COLUMN seats_given INTEGER NOT NULL DEFAULT 0 CHECK (seats_given >= 0);

CREATE INDEX sessions_by_step ON sessions (step_id, starts_at);

-- The later meetings of a series: the first is the session itself. Wall times are those of its time zone.
CREATE TABLE meetings (
  session_id TEXT NOT NULL REFERENCES sessions (id),
  position INTEGER NOT NULL CHECK (position > 1),
  starts_local TEXT NOT NULL,
  ends_local TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL CHECK (ends_at > starts_at),
  PRIMARY KEY (session_id, position)
) STRICT, WITHOUT ROWID;

-- A question that was answered is not thrown away but no longer asked.
CREATE TABLE questions (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  position INTEGER NOT NULL CHECK (position > 0),
  kind TEXT NOT NULL CHECK (kind IN ('text', 'choice', 'diet')),
  label TEXT NOT NULL CHECK (length(label) > 0),
  choices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(choices)),
  is_required INTEGER NOT NULL CHECK (is_required IN (0, 1)),
  removed_at TEXT,
  CHECK (kind <> 'choice' OR json_array_length(choices) > 1)
) STRICT;

CREATE INDEX questions_by_session ON questions (session_id, position);

CREATE TABLE answers (
  signup_id TEXT NOT NULL REFERENCES signups (id),
  question_id TEXT NOT NULL REFERENCES questions (id),
  value TEXT NOT NULL CHECK (length(value) > 0),
  PRIMARY KEY (signup_id, question_id)
) STRICT, WITHOUT ROWID;

-- Who was there; meeting 1 is the session itself.
CREATE TABLE attendances (
  signup_id TEXT NOT NULL REFERENCES signups (id),
  meeting INTEGER NOT NULL CHECK (meeting > 0),
  at TEXT NOT NULL,
  admin_id TEXT NOT NULL,
  PRIMARY KEY (signup_id, meeting)
) STRICT, WITHOUT ROWID;

-- A step that an organiser opened for somebody by hand.
CREATE TABLE openings (
  person_id TEXT NOT NULL REFERENCES people (id),
  step_id TEXT NOT NULL REFERENCES steps (id),
  at TEXT NOT NULL,
  admin_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (person_id, step_id)
) STRICT, WITHOUT ROWID;

-- Who wants to hear when a step opens or gets a date. Asked by a stranger, it counts once its address is proved.
CREATE TABLE wishes (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  step_id TEXT NOT NULL REFERENCES steps (id),
  asked_at TEXT NOT NULL,
  proved_at TEXT,
  told_at TEXT,
  UNIQUE (person_id, step_id)
) STRICT;

CREATE INDEX wishes_open ON wishes (step_id) WHERE proved_at IS NOT NULL AND told_at IS NULL;

-- What an organiser wrote to the people of a session.
CREATE TABLE messages (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  subject TEXT NOT NULL CHECK (length(subject) > 0),
  body TEXT NOT NULL CHECK (length(body) > 0),
  audience TEXT NOT NULL CHECK (json_valid(audience)),
  at TEXT NOT NULL,
  admin_id TEXT NOT NULL,
  idempotency_key TEXT UNIQUE
) STRICT;

CREATE INDEX messages_by_session ON messages (session_id, at);

-- An email can be about a session or a step that its reader has no signup for, or carry a message.
ALTER TABLE emails ADD COLUMN session_id TEXT REFERENCES sessions (id);

ALTER TABLE emails ADD COLUMN step_id TEXT REFERENCES steps (id);

ALTER TABLE emails ADD COLUMN message_id TEXT REFERENCES messages (id);

CREATE TRIGGER forget_meeting_added AFTER INSERT ON meetings BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_meeting_changed AFTER UPDATE ON meetings BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_meeting_removed AFTER DELETE ON meetings BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_question_added AFTER INSERT ON questions BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;

CREATE TRIGGER forget_question_changed AFTER UPDATE ON questions BEGIN
  INSERT OR REPLACE INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
END;
