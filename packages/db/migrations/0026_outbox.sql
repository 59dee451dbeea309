-- Emails that are followed until they are delivered, or somebody has to decide.

DROP TRIGGER digest_comment_taken_away;

-- delivered, delayed, bounced and complained are what the mail service tells; failed can never go as it is; withheld is kept
-- back; of expired the tries ran out. Then `problem` says why.
CREATE TABLE emails_anew (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  to_address TEXT NOT NULL,
  comment_id TEXT REFERENCES comments (id),
  signup_id TEXT REFERENCES signups (id),
  person_id TEXT REFERENCES people (id),
  report_id TEXT REFERENCES reports (id),
  token TEXT,
  subject TEXT,
  html TEXT,
  text TEXT,
  calendar TEXT,
  stop_url TEXT,
  sender TEXT,
  reply_to TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'delivered', 'delayed', 'bounced', 'complained',
    'failed', 'withheld', 'expired')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  due_at TEXT NOT NULL,
  lease_until TEXT CHECK (state <> 'sending' OR lease_until IS NOT NULL),
  created_at TEXT NOT NULL,
  first_tried_at TEXT,
  sent_at TEXT CHECK (state NOT IN ('sent', 'delivered', 'delayed') OR sent_at IS NOT NULL),
  provider_id TEXT,
  problem TEXT CHECK (state NOT IN ('failed', 'withheld', 'expired') OR problem IS NOT NULL),
  again_of TEXT
) STRICT;

-- The rowids are kept: they are the order in which things were written.
INSERT INTO emails_anew (rowid, id, kind, to_address, comment_id, signup_id, person_id, report_id, token, subject, html, text,
    calendar, stop_url, state, attempts, due_at, lease_until, created_at, first_tried_at, sent_at, provider_id, problem)
  SELECT rowid, id, kind, to_address, comment_id, signup_id, person_id, report_id, token, subject, html, text,
    calendar, stop_url, state, attempts, due_at, lease_until, created_at,
    CASE WHEN attempts > 0 THEN created_at END, sent_at, provider_id,
    CASE state WHEN 'failed' THEN coalesce(problem, 'unknown') ELSE problem END FROM emails;

DROP TABLE emails;

ALTER TABLE emails_anew RENAME TO emails;

CREATE INDEX emails_due ON emails (due_at) WHERE state IN ('waiting', 'sending');

CREATE INDEX emails_by_state ON emails (state, id) WHERE state NOT IN ('sent', 'delivered');

CREATE INDEX emails_by_provider ON emails (provider_id) WHERE provider_id IS NOT NULL;

CREATE INDEX emails_by_address ON emails (lower(to_address));

CREATE INDEX emails_by_signup ON emails (signup_id) WHERE signup_id IS NOT NULL;

CREATE INDEX emails_by_comment ON emails (comment_id) WHERE comment_id IS NOT NULL;

CREATE INDEX emails_by_person ON emails (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX emails_by_report ON emails (report_id) WHERE report_id IS NOT NULL;

-- What the mail service told of an email, each message once. One that is about no email of ours is kept for a while.
CREATE TABLE email_events (
  id TEXT PRIMARY KEY,
  email_id TEXT REFERENCES emails (id),
  type TEXT NOT NULL,
  at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT, WITHOUT ROWID;

CREATE INDEX email_events_by_email ON email_events (email_id, at);

-- Addresses that get no email: mail to them came back, or their reader called one spam.
CREATE TABLE suppressions (
  id TEXT PRIMARY KEY,
  address_key TEXT NOT NULL UNIQUE,
  reason TEXT NOT NULL CHECK (reason IN ('bounced', 'complained', 'refused')),
  at TEXT NOT NULL,
  lifted_at TEXT,
  lifted_by TEXT,
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
) STRICT;

-- Why no email goes at all, for every mailer: the mail service wants rest, its quota is used up, or it refuses us. A row
-- stays until an email went out again; past `ends_at` one at a time tries.
CREATE TABLE mail_pauses (
  reason TEXT PRIMARY KEY CHECK (reason IN ('rest', 'day', 'month', 'refused')),
  began_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  problem TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER digest_email_deleted BEFORE DELETE ON emails BEGIN
  DELETE FROM digests WHERE email_id = old.id;
END;

CREATE TRIGGER email_with_events_deleted BEFORE DELETE ON emails BEGIN
  DELETE FROM email_events WHERE email_id = old.id;
END;

CREATE TRIGGER digest_comment_taken_away AFTER UPDATE OF state ON comments
WHEN new.state = 'deleted' AND old.state <> 'deleted' BEGIN
  UPDATE emails SET subject = NULL, html = NULL, text = NULL
    WHERE id IN (SELECT email_id FROM digests WHERE comment_id = new.id)
      AND (state NOT IN ('waiting', 'sending') OR attempts = 0);
  DELETE FROM digests WHERE comment_id = new.id;
END;
