-- How many subscribers an article was not told to, when it was no news any more before the last of them had her email.
ALTER TABLE mailings ADD COLUMN missed INTEGER NOT NULL DEFAULT 0 CHECK (missed >= 0);
