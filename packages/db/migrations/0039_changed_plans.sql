-- What a session was before it changed, links that their person ends, and who misses one meeting of a series.

-- In the email that tells of a change: what stood there until then, as JSON.
ALTER TABLE emails ADD COLUMN was TEXT CHECK (was IS NULL OR json_valid(was));

-- How many addresses of her calendar, and of the proof that she was there, she ended: only the one made since opens.
ALTER TABLE people ADD COLUMN calendars_ended INTEGER NOT NULL DEFAULT 0 CHECK (calendars_ended >= 0);

ALTER TABLE signups ADD COLUMN certificates_ended INTEGER NOT NULL DEFAULT 0 CHECK (certificates_ended >= 0);

-- Who said that she won't be at a later meeting of a series. Her seat stays hers.
CREATE TABLE absences (
  signup_id TEXT NOT NULL REFERENCES signups (id),
  meeting INTEGER NOT NULL CHECK (meeting > 1),
  at TEXT NOT NULL,
  PRIMARY KEY (signup_id, meeting)
) STRICT, WITHOUT ROWID;
