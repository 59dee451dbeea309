-- A full outbox empties as fast at its end as at its beginning: no round reads what it does not send.

-- All that decides which email goes next, in the index itself.
DROP INDEX emails_due;

CREATE INDEX emails_due ON emails (due_at, id, kind, state, lease_until, to_address)
  WHERE state IN ('waiting', 'sending');

-- Which emails put something into a calendar, for what a later one about the same seat must change. Whether another email
-- has such a file stands after its whole text, so each of them had to be read to its end.
CREATE INDEX emails_with_calendar ON emails (signup_id) WHERE calendar IS NOT NULL;
