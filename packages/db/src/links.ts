import type { SessionView } from "@ontsecretaressen/domain/session";
import { type OwnSignup, stateAt } from "@ontsecretaressen/domain/signup";
import { and, asc, eq, gt, inArray, lte, or, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { selectSessionsWhere, toSessionView } from "./sessions.ts";
import { links, people, signups } from "./people-tables.ts";
import { sessions } from "./tables.ts";

/** How many wait before this signup and with it: 1 is next. Null when it does not wait. */
export const placeInLine = sql<number | null>`case when ${signups.state} = 'waiting' then
  (select count(*) from signups w where w.session_id = ${signups.sessionId} and w.state = 'waiting' and w.rowid <= signups.rowid) end`;

const ownColumns = {
  session: sessions.slug,
  state: signups.state,
  placeInLine,
  heldUntil: signups.heldUntil,
  isConfirmed: sql<number>`${signups.confirmedAt} is not null`,
};

/** The signup that a confirmation link is about, with its session; null when the link is unknown or past. One round trip. */
export async function findSignupByLink(
  db: Database,
  tokenHash: string,
  now: string,
): Promise<{ name: string; signup: OwnSignup<SessionView> } | null> {
  const isValid = and(
    eq(links.hash, tokenHash),
    eq(links.purpose, "confirm_signup"),
    or(gt(links.expiresAt, now), isNotNull(links.usedAt)),
  );
  const itsSession = db
    .select({ id: signups.sessionId })
    .from(links)
    .innerJoin(signups, eq(signups.id, links.signupId))
    .where(isValid);
  const [found, itsSessions] = await db.batch([
    db
      .select({ name: signups.name, ...ownColumns })
      .from(links)
      .innerJoin(signups, eq(signups.id, links.signupId))
      .innerJoin(sessions, eq(sessions.id, signups.sessionId))
      .where(isValid),
    selectSessionsWhere(db, now, inArray(sessions.id, itsSession)),
  ]);
  const row = found[0];
  const session = itsSessions.map(toSessionView)[0];
  return row === undefined || session === undefined
    ? null
    : { name: row.name, signup: toOwnSignup(row, session, now) };
}

/** A person and all her signups by the link to her own page; null when the link is unknown or past. One round trip. */
export async function findPersonByLink(
  db: Database,
  tokenHash: string,
  now: string,
): Promise<{ id: string; name: string; signups: OwnSignup<SessionView>[] } | null> {
  const isValid = and(eq(links.hash, tokenHash), eq(links.purpose, "person"), gt(links.expiresAt, now));
  const who = selectPerson(db, sql`(select ${links.personId} from ${links} where ${isValid})`, now);
  const [found, own, theirSessions] = await db.batch([who.person, who.signups, who.sessions]);
  const person = found[0];
  return person === undefined
    ? null
    : { id: person.id, name: person.name, signups: toOwnSignups(own, theirSessions, now) };
}

/** A person, her signups and their sessions, as statements for the batch of whatever shows them. */
export function selectPerson(db: Database, personId: SQL, now: string) {
  return {
    person: db
      .select({ id: people.id, name: people.name, email: people.email })
      .from(people)
      .where(eq(people.id, personId)),
    signups: db
      .select(ownColumns)
      .from(signups)
      .innerJoin(sessions, eq(sessions.id, signups.sessionId))
      .where(eq(signups.personId, personId))
      .orderBy(asc(sessions.startsAt)),
    sessions: selectSessionsWhere(
      db,
      now,
      sql`${sessions.id} in (select g.session_id from signups g where g.person_id = ${personId})`,
    ),
  };
}

/** What those statements found, as a person's own signups. */
export function toOwnSignups(
  own: OwnRow[],
  theirSessions: Parameters<typeof toSessionView>[0][],
  now: string,
): OwnSignup<SessionView>[] {
  const bySlug = new Map(theirSessions.map((row) => [row.slug, toSessionView(row)]));
  return own.flatMap((row) => {
    const session = bySlug.get(row.session);
    return session === undefined ? [] : [toOwnSignup(row, session, now)];
  });
}

type OwnRow = Omit<OwnSignup<string>, "isConfirmed"> & { isConfirmed: number };

function toOwnSignup(row: OwnRow, session: SessionView, now: string): OwnSignup<SessionView> {
  return {
    session,
    state: stateAt(row, now),
    placeInLine: row.placeInLine,
    heldUntil: row.heldUntil,
    isConfirmed: row.isConfirmed === 1,
  };
}

/** Whether one of these links, by their hashes, ended already. Those that are no rows here never end. */
export async function hasEndedLink(db: Database, hashes: string[], now: string): Promise<boolean> {
  const rows = await db
    .select({ hash: links.hash })
    .from(links)
    .where(and(inArray(links.hash, hashes), lte(links.expiresAt, now)))
    .limit(1);
  return rows.length > 0;
}
