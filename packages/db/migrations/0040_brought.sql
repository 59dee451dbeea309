-- Whom somebody named when she signed up, or brought since: what she sees of them. `id` is that of the signup that was made for
-- her. Who was signed up already has none, and is shown as who did not answer yet, until the same moment: naming an address
-- does not tell whether it is known.
CREATE TABLE brought (
  id TEXT PRIMARY KEY,
  by_id TEXT NOT NULL REFERENCES signups (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  email TEXT NOT NULL,
  submission TEXT NOT NULL,
  at TEXT NOT NULL,
  until TEXT NOT NULL,
  released_at TEXT
) STRICT;

CREATE INDEX brought_by ON brought (by_id);

CREATE INDEX brought_person ON brought (person_id);

INSERT INTO brought (id, by_id, person_id, email, submission, at, until)
  SELECT c.id, f.id, c.person_id, c.email, c.submission, c.signed_up_at, coalesce(c.held_until, c.signed_up_at)
  FROM signups c JOIN signups f ON f.id = c.party_id AND f.id <> c.id
  WHERE f.consented_at = f.signed_up_at AND c.email <> '';
