-- What readers tell us of a comment that should not be there, and what an organiser decided about it and why.

CREATE TABLE reports (
  id TEXT PRIMARY KEY,
  comment_id TEXT NOT NULL REFERENCES comments (id),
  reason TEXT NOT NULL CHECK (reason IN ('insulting', 'personal', 'advertising', 'unlawful', 'other')),
  explanation TEXT NOT NULL,
  email TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'upheld', 'dismissed')),
  submission TEXT NOT NULL UNIQUE,
  reported_at TEXT NOT NULL,
  decided_at TEXT,
  decided_by TEXT,
  rule TEXT CHECK (rule IN ('insulting', 'personal', 'advertising', 'unlawful', 'other')),
  statement TEXT,
  CHECK ((state = 'open') = (decided_at IS NULL)),
  CHECK (state = 'open' OR (decided_by IS NOT NULL AND length(statement) > 0)),
  CHECK (state <> 'upheld' OR rule IS NOT NULL)
) STRICT;

CREATE INDEX reports_open ON reports (id) WHERE state = 'open';

CREATE INDEX reports_by_comment ON reports (comment_id);

CREATE INDEX reports_decided ON reports (decided_at) WHERE decided_at IS NOT NULL;

ALTER TABLE emails ADD COLUMN report_id TEXT REFERENCES reports (id);

CREATE INDEX emails_by_report ON emails (report_id) WHERE report_id IS NOT NULL;
