-- What a person does with what is hers: looking it up by her, and erasing it.

CREATE INDEX emails_by_person ON emails (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX links_by_person ON links (person_id) WHERE person_id IS NOT NULL;
