-- What the people of a session are reminded of, and whether that was done.

-- Which meeting of its session an email is about, where it is about one.
ALTER TABLE emails ADD COLUMN meeting INTEGER CHECK (meeting > 0);

-- By its moment too: one that moves is reminded of again.
CREATE TABLE reminders (
  session_id TEXT NOT NULL REFERENCES sessions (id),
  kind TEXT NOT NULL CHECK (kind IN ('week_before', 'day_before', 'afterwards')),
  meeting INTEGER NOT NULL CHECK (meeting > 0),
  due_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'sent', 'missed')),
  done_at TEXT,
  PRIMARY KEY (session_id, kind, meeting, due_at),
  CHECK ((state = 'planned') = (done_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX reminders_planned ON reminders (due_at) WHERE state = 'planned';
