-- What a session asks and when it comes together may be written by a statement that changes what is there already; such a
-- statement overrules the OR REPLACE of a trigger, so these say it in another way.

DROP TRIGGER forget_meeting_added;

DROP TRIGGER forget_meeting_changed;

DROP TRIGGER forget_meeting_removed;

DROP TRIGGER forget_question_added;

DROP TRIGGER forget_question_changed;

CREATE TRIGGER forget_meeting_added AFTER INSERT ON meetings BEGIN
  INSERT INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    ON CONFLICT (tag) DO UPDATE SET asked_at = excluded.asked_at;
END;

CREATE TRIGGER forget_meeting_changed AFTER UPDATE ON meetings BEGIN
  INSERT INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    ON CONFLICT (tag) DO UPDATE SET asked_at = excluded.asked_at;
END;

CREATE TRIGGER forget_meeting_removed AFTER DELETE ON meetings BEGIN
  INSERT INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    ON CONFLICT (tag) DO UPDATE SET asked_at = excluded.asked_at;
END;

CREATE TRIGGER forget_question_added AFTER INSERT ON questions BEGIN
  INSERT INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    ON CONFLICT (tag) DO UPDATE SET asked_at = excluded.asked_at;
END;

CREATE TRIGGER forget_question_changed AFTER UPDATE ON questions BEGIN
  INSERT INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    ON CONFLICT (tag) DO UPDATE SET asked_at = excluded.asked_at;
END;

CREATE TRIGGER forget_question_removed AFTER DELETE ON questions BEGIN
  INSERT INTO purges (tag, asked_at) VALUES ('programme', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    ON CONFLICT (tag) DO UPDATE SET asked_at = excluded.asked_at;
END;
