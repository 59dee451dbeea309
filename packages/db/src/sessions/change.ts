// What organisers do with a session that stands. Each act is one batch with its row in the audit and its emails, for the
// version that was read, and does nothing the second time. The version goes up last: all before it sees the session as it was.
import type { ListedSession } from "@ontsecretaressen/domain/admin-answers";
import type { Meeting } from "@ontsecretaressen/domain/session";
import type { Question } from "@ontsecretaressen/domain/question";
import type { SessionTimes } from "@ontsecretaressen/domain/session-times";
import { type SQL, sql } from "drizzle-orm";
import { type OfferMoment, offerSeats } from "../seats/offer.ts";
import { type Act, auditDone, isDone, isKnown } from "../audit.ts";
import type { Condition } from "../conditions.ts";
import { selectListedSessions, toListedSession } from "./list.ts";
import type { Database, Write } from "../client/open.ts";
import { seatsTaken } from "../seats/count.ts";
import { writeMeetings, writeQuestions } from "./parts.ts";
import { tellPeople } from "./tell.ts";
import { writeAndAsk } from "../client/write-and-ask.ts";

/** Which session, and the version of it that was read. */
export type WhichSession = { id: string; version: number };

type Change = {
  act: string;
  /** What must be so of the session `s` for the act to be possible. */
  when: SQL;
  /** The columns that it sets, besides the version and the moment. */
  set: SQL;
  /** What else it does, only under the condition given. */
  writes: (only: Condition) => Write[];
  /** What follows from it, whoever did it. */
  after?: Write[];
};

/** Does an act; null when the session is gone, of another version, or the act is not possible. */
async function act(
  db: Database,
  { id, version }: WhichSession,
  by: Act,
  { act: name, when, set, writes, after = [] }: Change,
): Promise<ListedSession | null> {
  const isRead = sql`s.id = ${id} and s.version = ${version}`;
  const only = sql`(${isDone(by)} and exists (select 1 from sessions s where ${isRead}))`;
  const rows = await writeAndAsk(
    db,
    [
      auditDone(db, by, name, sql`select s.id from sessions s where ${isRead} and ${when}`),
      ...writes(only),
      db.run(
        sql`update sessions set ${set}, changed_at = ${by.at}, version = version + 1 where id = ${id} and ${only}`,
      ),
      ...after,
    ],
    selectListedSessions(db, by.at, sql`sessions.id = ${id} and ${isKnown(by, sql`sessions.id`)}`),
  );
  return rows.map(toListedSession)[0] ?? null;
}

/** The meetings of session `s`, the first included. */
const itsMeetings = sql`(select 1 as position, s.starts_local, s.ends_local, s.starts_at
  union all select m.position, m.starts_local, m.ends_local, m.starts_at from meetings m where m.session_id = s.id)`;

/** Whether session `s` has a meeting to come: of a series that has begun too. */
const goesOn = (now: string): SQL =>
  sql`(s.state = 'planned' and exists (select 1 from ${itsMeetings} t where t.starts_at > ${now}))`;

/** Whether with these meetings session `s` has those behind it that it has now. */
function keepsWhatBegan(
  meetings: Pick<Meeting, "startsLocal" | "endsLocal" | "startsAt">[],
  now: string,
): SQL {
  const next = sql`json_each(${JSON.stringify(meetings)}) j`;
  const isSame = sql`t.position = j.key + 1 and t.starts_local = j.value ->> 'startsLocal'
    and t.ends_local = j.value ->> 'endsLocal'`;
  return sql`(not exists (select 1 from ${itsMeetings} t where t.starts_at <= ${now}
      and not exists (select 1 from ${next} where ${isSame}))
    and not exists (select 1 from ${next} where j.value ->> 'startsAt' <= ${now}
      and not exists (select 1 from ${itsMeetings} t where ${isSame})))`;
}

export type SessionText = {
  title: string;
  summary: string;
  place: string;
  address: string;
  city: string;
  guides: string;
  onlineUrl: string | null;
  notes: string;
  opensAt: string | null;
  closesAt: string | null;
  priceCents: number | undefined;
  payment: string;
};

/** Changes what is said of a session. When what is to come of it is somewhere else from now on, who signed up is told. */
export function changeSession(
  db: Database,
  which: WhichSession,
  text: SessionText,
  { emailId, ...by }: Act & { emailId: string },
): Promise<ListedSession | null> {
  const isElsewhere = sql`exists (select 1 from sessions s where s.id = ${which.id} and ${goesOn(by.at)}
    and (s.place, s.address, s.city, s.online_url) is not (${text.place}, ${text.address}, ${text.city}, ${text.onlineUrl}))`;
  return act(db, which, by, {
    act: "session.change",
    when: sql`s.state = 'planned'`,
    set: sql`title = ${text.title}, summary = ${text.summary}, place = ${text.place}, address = ${text.address},
      city = ${text.city}, guides = ${text.guides}, online_url = ${text.onlineUrl}, notes = ${text.notes},
      opens_at = ${text.opensAt}, closes_at = ${text.closesAt},
      price_cents = coalesce(${text.priceCents ?? null}, price_cents), payment = ${text.payment}`,
    writes: (only) =>
      tellPeople(db, {
        ...which,
        kind: "session_moved",
        emailId,
        at: by.at,
        only: sql`${only} and ${isElsewhere}`,
      }),
  });
}

/** Asks other questions from now on; what was answered already is kept. */
export const askQuestions = (
  db: Database,
  which: WhichSession,
  questions: Question[],
  by: Act,
): Promise<ListedSession | null> =>
  act(db, which, by, {
    act: "session.ask",
    when: sql`s.state = 'planned'`,
    set: sql`id = id`,
    writes: (only) => writeQuestions(db, sql`${which.id}`, questions, only, by.at),
  });

/**
 * Gives a session more or fewer seats. Fewer than are taken is allowed: nobody is thrown out, and nobody gets in until
 * there is room again. What comes free is for the list.
 */
export const changeCapacity = (
  db: Database,
  which: WhichSession,
  capacity: number,
  by: Act & OfferMoment,
): Promise<ListedSession | null> => {
  const taken = seatsTaken(sql`sessions.id`, by.at);
  return act(db, which, by, {
    act: "session.capacity",
    when: sql`s.state = 'planned'`,
    set: sql`capacity = ${capacity}, seats_given = iif(${taken} > ${capacity}, ${taken}, 0)`,
    writes: () => [],
    after: offerSeats(db, sql`s.id = ${which.id}`, by),
  });
};

/**
 * Puts a session on another day or hour, with everybody told. Only what is still to come, to when it is still to come: refuses a
 * session that is over or off, and one whose meetings that have begun would not stay as they were.
 */
export function moveSession(
  db: Database,
  which: WhichSession,
  {
    startsLocal,
    endsLocal,
    startsAt,
    endsAt,
    later,
  }: Omit<SessionTimes, "opensAt" | "closesAt"> & {
    startsLocal: string;
    endsLocal: string;
  },
  { emailId, ...by }: Act & { emailId: string },
): Promise<ListedSession | null> {
  const meetings = [{ startsLocal, endsLocal, startsAt }, ...later];
  return act(db, which, by, {
    act: "session.move",
    when: sql`${goesOn(by.at)} and ${keepsWhatBegan(meetings, by.at)}`,
    // One that comes back to its first day has not moved.
    set: sql`starts_local = ${startsLocal}, ends_local = ${endsLocal}, starts_at = ${startsAt}, ends_at = ${endsAt},
      moved_from = case when starts_local = ${startsLocal} then moved_from
        when moved_from = ${startsLocal} then null else coalesce(moved_from, starts_local) end,
      opens_at = iif(opens_at < ${startsAt}, opens_at, null), closes_at = iif(closes_at < ${startsAt}, closes_at, null)`,
    writes: (only) => [
      ...tellPeople(db, { ...which, kind: "session_moved", emailId, at: by.at, only }),
      ...writeMeetings(db, sql`${which.id}`, later, only),
      // No seat is kept past the start.
      db.run(sql`update signups set held_until = min(held_until, ${startsAt}), offer_until = min(offer_until, ${startsAt})
        where session_id = ${which.id} and state in ('held', 'waiting', 'offered') and ${only}`),
    ],
  });
}

/** Calls a session off, with everybody told why. Of a series that has begun what is still to come; refuses what is over. */
export const cancelSession = (
  db: Database,
  which: WhichSession,
  reason: string,
  { emailId, ...by }: Act & { emailId: string },
): Promise<ListedSession | null> =>
  act(db, which, by, {
    act: "session.cancel",
    when: goesOn(by.at),
    set: sql`state = 'cancelled', cancelled_at = ${by.at}, cancel_reason = ${reason}`,
    writes: (only) => tellPeople(db, { ...which, kind: "session_cancelled", emailId, at: by.at, only }),
  });
