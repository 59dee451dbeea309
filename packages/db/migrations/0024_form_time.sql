-- For how many seconds the form of a comment was open when it was sent; NULL when nobody can tell.

ALTER TABLE comments ADD COLUMN form_seconds REAL;
