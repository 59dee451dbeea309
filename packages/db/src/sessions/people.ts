import type { SessionPeople } from "@ontsecretaressen/domain/session-people";
import type { SignupState } from "@ontsecretaressen/domain/signup";
import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";

type Row = {
  name: string;
  email: string;
  organisation: string;
  role: string;
  note: string;
  state: SignupState;
  placeInLine: number | null;
  together: string;
  answers: string;
  attended: string;
  absent: string;
  signedUpAt: string;
  confirmedAt: string | null;
};

/**
 * A session with everybody who signed up for it, in order of their names; null when there is none. Who was erased is no
 * longer among them. One round trip.
 */
export async function findSessionPeople(db: Database, sessionId: string): Promise<SessionPeople | null> {
  const [session, meetings, questions, people] = await db.batch([
    db.all<{ title: string; step: string; place: string; address: string; city: string; guides: string }>(
      sql`select s.title, p.title as step, s.place, s.address, s.city, s.guides
        from sessions s join steps p on p.id = s.step_id where s.id = ${sessionId}`,
    ),
    db.all<{ startsLocal: string; endsLocal: string }>(sql`select starts_local as startsLocal,
        ends_local as endsLocal, 1 as position from sessions where id = ${sessionId}
      union all select starts_local, ends_local, position from meetings where session_id = ${sessionId} order by 3`),
    db.all<{ id: string; label: string }>(sql`select id, label from questions where session_id = ${sessionId}
      and (removed_at is null or exists (select 1 from answers a where a.question_id = questions.id)) order by position`),
    db.all<Row>(sql`select g.name, g.email, g.organisation, g.role, g.note, g.state,
        g.signed_up_at as signedUpAt, g.confirmed_at as confirmedAt,
        iif(g.state = 'waiting', 1 + (select count(*) from signups w where w.session_id = g.session_id
          and w.state = 'waiting' and w.line < g.line), null) as placeInLine,
        (select json_group_array(iif(o.name = '', o.email, o.name)) from signups o
          where o.party_id = g.party_id and o.id <> g.id and o.email <> '') as together,
        (select json_group_object(a.question_id, a.value) from answers a where a.signup_id = g.id) as answers,
        (select json_group_array(a.meeting) from attendances a where a.signup_id = g.id) as attended,
        (select json_group_array(a.meeting) from absences a where a.signup_id = g.id) as absent
      from signups g where g.session_id = ${sessionId} and g.email <> '' order by g.name collate nocase, g.id`),
  ]);
  const [about] = session;
  if (about === undefined) return null;
  const { title, step, guides, ...where } = about;
  const place = [where.place, where.address, where.city].filter((part) => part !== "").join(", ");
  return {
    session: { title, step, place, guides },
    meetings: meetings.map(({ startsLocal, endsLocal }) => ({ startsLocal, endsLocal })),
    questions: questions.map(({ id, label }) => ({ id, label })),
    people: people.map(({ together, answers, attended, absent, ...person }) => ({
      ...person,
      together: JSON.parse(together),
      answers: JSON.parse(answers),
      attended: JSON.parse(attended),
      absent: JSON.parse(absent),
    })),
  };
}
