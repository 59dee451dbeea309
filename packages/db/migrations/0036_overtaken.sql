-- A reminder that waits to be sent is not sent about what was called off in the meantime.

CREATE TRIGGER remind_no_more_who_left AFTER UPDATE OF state ON signups
WHEN old.state = 'confirmed' AND new.state <> 'confirmed' BEGIN
  DELETE FROM emails WHERE signup_id = new.id AND kind IN ('session_week', 'session_tomorrow')
    AND state = 'waiting' AND attempts = 0;
END;

CREATE TRIGGER remind_no_more_of_cancelled AFTER UPDATE OF state ON sessions
WHEN new.state = 'cancelled' AND old.state <> 'cancelled' BEGIN
  DELETE FROM emails WHERE signup_id IN (SELECT id FROM signups WHERE session_id = new.id)
    AND kind IN ('session_week', 'session_tomorrow', 'session_moved') AND state = 'waiting' AND attempts = 0;
END;
