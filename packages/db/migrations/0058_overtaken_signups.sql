-- An email that asks whether somebody comes is not sent any more once that was answered, taken back or too late.

CREATE TRIGGER ask_no_more AFTER UPDATE OF state ON signups
WHEN new.state <> old.state AND new.state NOT IN ('held', 'waiting') BEGIN
  UPDATE emails SET state = 'withheld', problem = 'overtaken' WHERE signup_id = new.id AND state = 'waiting' AND attempts = 0
    AND kind IN ('signup_held', 'signup_invited', 'signup_waiting', 'signup_again', 'signup_reminder');
END;

DROP TRIGGER remind_no_more_of_cancelled;

CREATE TRIGGER remind_no_more_of_cancelled AFTER UPDATE OF state ON sessions
WHEN new.state = 'cancelled' AND old.state <> 'cancelled' BEGIN
  DELETE FROM emails WHERE signup_id IN (SELECT id FROM signups WHERE session_id = new.id)
    AND kind IN ('session_week', 'session_tomorrow', 'session_moved') AND state = 'waiting' AND attempts = 0;
  UPDATE emails SET state = 'withheld', problem = 'overtaken' WHERE state = 'waiting' AND attempts = 0
    AND signup_id IN (SELECT id FROM signups WHERE session_id = new.id)
    AND kind IN ('signup_held', 'signup_invited', 'signup_waiting', 'signup_again', 'signup_reminder');
END;
