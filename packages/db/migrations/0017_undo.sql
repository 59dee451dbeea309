-- What an act changed, so that it can be undone; and which acts were done in one go.

ALTER TABLE audit ADD COLUMN bundle TEXT;

ALTER TABLE audit ADD COLUMN change TEXT CHECK (change IS NULL OR json_valid(change));

CREATE INDEX audit_by_bundle ON audit (bundle) WHERE bundle IS NOT NULL;

CREATE INDEX audit_by_subject ON audit (subject);
