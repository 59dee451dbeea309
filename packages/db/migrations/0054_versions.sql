-- Authors, categories and tags are saved over the version that was read, as texts are.

ALTER TABLE authors ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);

ALTER TABLE categories ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);

ALTER TABLE tags ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);
