-- By what an email was repeated is asked of each one that somebody may have to decide about.
CREATE INDEX emails_again ON emails (again_of) WHERE again_of IS NOT NULL;
