// What opens a step for somebody, written with the email that tells her: she was at the step before it, or an organiser
// opened it by hand. Each act is one batch with its row in the audit, and does nothing the second time.
import { settledProblems } from "@ontsecretaressen/domain/email";
import { type SQL, sql } from "drizzle-orm";
import { type Act, auditDone, isDone, isKnown } from "../audit.ts";
import type { Condition } from "../conditions.ts";
import type { Database, Write } from "../client/open.ts";
import { stepIsOpenFor } from "./access.ts";
import { writeAndAsk } from "../client/write-and-ask.ts";

const auditOf = (db: Database, by: Act, act: string, subject: string, only: SQL): Write =>
  auditDone(db, by, act, sql`select ${subject} as id where ${only}`);

/**
 * Tells a person of the steps `n` that are about to open for her, and answers her wish where there is a date to choose. It
 * comes before what opens them, so that one that was open already is no news.
 */
const tellOpened = (
  db: Database,
  { person, steps, emailId, at, only }: { person: SQL; steps: SQL; emailId: string; at: string; only: SQL },
): Write[] => [
  db.run(sql`insert into emails (id, kind, to_address, person_id, step_id, state, attempts, due_at, created_at)
    select ${emailId} || substr(n.id, 5), 'step_opened', p.email, p.id, n.id, 'waiting', 0, ${at}, ${at}
    from people p join steps n on ${steps}
    where p.id = ${person} and p.confirmed_at is not null and p.email <> '' and ${only}
      and not ${stepIsOpenFor(sql`p.id`, sql`n.id`)} on conflict do nothing`),
  db.run(sql`update wishes as w set told_at = ${at} where w.person_id = ${person} and w.told_at is null
    and exists (select 1 from emails e where e.id = ${emailId} || substr(w.step_id, 5))
    and exists (select 1 from sessions x where x.step_id = w.step_id and x.state = 'planned' and x.starts_at > ${at})`),
];

/** What told her that a step is open and has not gone yet, does not go when it is shut again. */
const takeBack = (db: Database, person: SQL, only: Condition): Write =>
  db.run(sql`update emails set state = 'withheld', problem = ${settledProblems.takenBack}
    where kind = 'step_opened' and state = 'waiting' and person_id = ${person} and ${only}
      and not ${stepIsOpenFor(sql`emails.person_id`, sql`emails.step_id`)}`);

const personOf = (signupId: string) => sql`(select o.person_id from signups o where o.id = ${signupId})`;

const startOf = (meeting: number) => sql`(select s.starts_at where ${meeting} = 1
  union all select m.starts_at from meetings m where m.session_id = s.id and m.position = ${meeting})`;

export type CheckIn = { signupId: string; meeting: number };

/** Who was there, at which meetings, and which steps are open to her now that follow on this one. */
export type CheckedIn = {
  id: string;
  name: string;
  attended: number[];
  open: { slug: string; title: string }[];
};

function selectCheckedIn(db: Database, signupId: string, condition: SQL) {
  return db.all<{ id: string; name: string; attended: string; open: string }>(sql`select g.id, g.name,
      (select json_group_array(a.meeting) from (select * from attendances where signup_id = g.id order by meeting) a) as attended,
      (select json_group_array(json_object('slug', n.slug, 'title', n.title)) from steps n
        where n.requires_id = s.step_id and ${stepIsOpenFor(sql`g.person_id`, sql`n.id`)}) as open
    from signups g join sessions s on s.id = g.session_id where g.id = ${signupId} and ${condition}`);
}

const toCheckedIn = (rows: Awaited<ReturnType<typeof selectCheckedIn>>): CheckedIn | null => {
  const row = rows[0];
  if (row === undefined) return null;
  return { ...row, attended: JSON.parse(row.attended), open: JSON.parse(row.open) };
};

/**
 * Writes down that somebody is at a meeting, and tells her in the same batch which step that opens. Null when there is no
 * such signup or meeting, when she called off, or when the meeting begins after `soon`.
 */
export async function attend(
  db: Database,
  { signupId, meeting }: CheckIn,
  { emailId, soon, ...by }: Act & { emailId: string; soon: string },
): Promise<CheckedIn | null> {
  // What had begun when the rest was called off has been.
  const goesOn = sql`(s.state = 'planned' or ${startOf(meeting)} <= s.cancelled_at)`;
  const may = sql`exists (select 1 from signups g join sessions s on s.id = g.session_id
    where g.id = ${signupId} and g.state not in ('cancelled', 'expired') and ${goesOn} and ${startOf(meeting)} <= ${soon})`;
  const steps = sql`n.requires_id = (select s.step_id from signups g join sessions s on s.id = g.session_id
    where g.id = ${signupId})`;
  const person = personOf(signupId);
  const rows = await writeAndAsk(
    db,
    [
      auditOf(db, by, "signup.attend", signupId, may),
      ...tellOpened(db, { person, steps, emailId, at: by.at, only: isDone(by) }),
      db.run(sql`insert into attendances (signup_id, meeting, at, admin_id)
        select ${signupId}, ${meeting}, ${by.at}, ${by.admin.id} where ${isDone(by)} on conflict do nothing`),
      // She came after all.
      db.run(
        sql`delete from absences where signup_id = ${signupId} and meeting = ${meeting} and ${isDone(by)}`,
      ),
    ],
    selectCheckedIn(db, signupId, isKnown(by, sql`${signupId}`)),
  );
  return toCheckedIn(rows);
}

/** Takes that back: what it opened is shut again, and an email about it that has not gone stays. Null when it never was so. */
export async function unattend(
  db: Database,
  { signupId, meeting }: CheckIn,
  by: Act,
): Promise<CheckedIn | null> {
  const wasThere = sql`exists (select 1 from attendances where signup_id = ${signupId} and meeting = ${meeting})`;
  const rows = await writeAndAsk(
    db,
    [
      auditOf(db, by, "signup.unattend", signupId, wasThere),
      db.run(
        sql`delete from attendances where signup_id = ${signupId} and meeting = ${meeting} and ${isDone(by)}`,
      ),
      takeBack(db, personOf(signupId), isDone(by)),
    ],
    selectCheckedIn(db, signupId, isKnown(by, sql`${signupId}`)),
  );
  return toCheckedIn(rows);
}

export type Opening = { personId: string; step: string };

function selectOpening(db: Database, { personId, step }: Opening, condition: SQL) {
  return db.all<{ person: string; step: string; isOpen: number }>(sql`select p.id as person, n.slug as step,
      ${stepIsOpenFor(sql`p.id`, sql`n.id`)} as isOpen
    from people p join steps n on n.slug = ${step} where p.id = ${personId} and ${condition}`);
}

/** Opens a step for somebody by hand, and tells her in the same batch. Null when there is no such person or step. */
export async function openStep(
  db: Database,
  { personId, step, reason }: Opening & { reason: string },
  { emailId, ...by }: Act & { emailId: string },
) {
  const rows = await writeAndAsk(
    db,
    [
      auditOf(
        db,
        by,
        "step.open",
        personId,
        sql`exists (select 1 from people p join steps n on n.slug = ${step} where p.id = ${personId} and p.email <> '')`,
      ),
      ...tellOpened(db, {
        person: sql`${personId}`,
        steps: sql`n.slug = ${step}`,
        emailId,
        at: by.at,
        only: isDone(by),
      }),
      db.run(sql`insert into openings (person_id, step_id, at, admin_id, reason)
        select ${personId}, n.id, ${by.at}, ${by.admin.id}, ${reason} from steps n where n.slug = ${step} and ${isDone(by)}
        on conflict do nothing`),
    ],
    selectOpening(db, { personId, step }, isKnown(by, sql`${personId}`)),
  );
  return rows[0] ?? null;
}

/** Takes an opening by hand back; what she attended stays. Null when there was none. */
export async function shutStep(db: Database, { personId, step }: Opening, by: Act) {
  const opening = sql`person_id = ${personId} and step_id = (select n.id from steps n where n.slug = ${step})`;
  const rows = await writeAndAsk(
    db,
    [
      auditOf(db, by, "step.shut", personId, sql`exists (select 1 from openings where ${opening})`),
      db.run(sql`delete from openings where ${opening} and ${isDone(by)}`),
      takeBack(db, sql`${personId}`, isDone(by)),
    ],
    selectOpening(db, { personId, step }, isKnown(by, sql`${personId}`)),
  );
  return rows[0] ?? null;
}
