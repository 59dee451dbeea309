import type { SignupState } from "@ontsecretaressen/domain/signup";
import { and, desc, eq, sql } from "drizzle-orm";
import { absences } from "../sessions/absences.ts";
import type { Database } from "../client/open.ts";
import { people, signups } from "../tables/people.ts";
import { sessions } from "../tables/plan.ts";

// Everybody else who came with her, as addresses; null when she came alone.
const together = sql<string>`coalesce((select group_concat(o.email, char(10)) from signups o
  where o.party_id = ${signups.partyId} and o.id <> ${signups.id} and o.email <> ''), '')`;

const answers = sql`(select json_group_array(json_object('question', x.label, 'answer', x.value))
  from (select q.label, a.value from answers a join questions q on q.id = a.question_id
    where a.signup_id = signups.id order by q.position) x)`.mapWith(
  (json: string): { question: string; answer: string }[] => JSON.parse(json),
);

const attended =
  sql`(select json_group_array(a.meeting) from attendances a where a.signup_id = signups.id)`.mapWith(
    (json: string): number[] => JSON.parse(json),
  );

/** Signups with what an organiser needs, newest first, of one session or all. */
export function listSignups(
  db: Database,
  asked: { session: string | null; state: SignupState | null; limit: number; before: string | null },
) {
  return db
    .select({
      id: signups.id,
      session: sessions.slug,
      name: signups.name,
      email: signups.email,
      organisation: signups.organisation,
      role: signups.role,
      note: signups.note,
      answers,
      attended,
      absent: absences,
      party: signups.partyId,
      together,
      state: signups.state,
      line: signups.line,
      heldUntil: signups.heldUntil,
      offerUntil: signups.offerUntil,
      signedUpAt: signups.signedUpAt,
      confirmedAt: signups.confirmedAt,
    })
    .from(signups)
    .innerJoin(sessions, eq(sessions.id, signups.sessionId))
    .where(
      and(
        asked.session === null ? undefined : eq(sessions.slug, asked.session),
        asked.state === null ? undefined : eq(signups.state, asked.state),
        asked.before === null ? undefined : sql`${signups.id} < ${asked.before}`,
      ),
    )
    .orderBy(desc(signups.id))
    .limit(asked.limit);
}

/** People, newest first, as an organiser sees them. */
export function listPeople(db: Database, asked: { limit: number; before: string | null }) {
  return db
    .select()
    .from(people)
    .where(asked.before === null ? undefined : sql`${people.id} < ${asked.before}`)
    .orderBy(desc(people.id))
    .limit(asked.limit);
}
