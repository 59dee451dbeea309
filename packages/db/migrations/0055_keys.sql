-- The key of a request names whose it is and which, in 64 letters, and after a space what was asked under it: one that comes
-- again with something else is refused. Those of before said less.

UPDATE audit SET idempotency_key = NULL WHERE idempotency_key IS NOT NULL;

CREATE UNIQUE INDEX audit_one_request ON audit (substr(idempotency_key, 1, 64)) WHERE idempotency_key IS NOT NULL;
