-- The address by which Cloudflare Access knows who holds a token. Who is let in by that address may do what the token may.

ALTER TABLE admin_tokens ADD COLUMN email TEXT CHECK (length(email) > 0);

CREATE INDEX admin_tokens_by_email ON admin_tokens (lower(email)) WHERE email IS NOT NULL;
