import type { SessionBefore } from "@ontsecretaressen/domain/session";
import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";

/** What an email about a signup may need beside what its person sees on the site. */
export type SeatFacts = {
  /** Which meeting it is about, where it is about one. */
  meeting: number | null;
  /** How many entries an earlier email put into her calendar. */
  entries: number;
  onlineUrl: string | null;
  notes: string;
  /** Whether it asks something that she must answer, or what she can't eat, and she has not. */
  isUnanswered: boolean;
  /** What a session was before it changed, where that is told. */
  was: SessionBefore | null;
  /** The meetings that she was at. */
  attended: number[];
  /** The step that being there opens. */
  opens: { slug: string; title: string } | null;
  /** What an organiser wrote. */
  message: { subject: string; text: string } | null;
};

type Row = Omit<SeatFacts, "attended" | "opens" | "message" | "was" | "isUnanswered"> & {
  isUnanswered: number;
  was: string | null;
  emailId: string;
  attended: string;
  opens: string | null;
  subject: string | null;
  text: string | null;
};

/** Those facts for each of these emails that is about a signup, as a statement. */
export function selectSeatFacts(db: Database, emailIds: string[]) {
  return db.all<Row>(sql`select e.id as emailId, e.meeting, e.was,
      coalesce((select (length(o.calendar) - length(replace(o.calendar, 'BEGIN:VEVENT', ''))) / length('BEGIN:VEVENT')
        from emails o where o.signup_id = g.id and o.calendar is not null and o.id <> e.id order by o.rowid desc limit 1), 0)
        as entries, s.online_url as onlineUrl,
      s.notes, g.consented_at is not null and exists (select 1 from questions q where q.session_id = s.id and q.removed_at is null
        and (q.is_required or q.kind = 'diet')
        and not exists (select 1 from answers a where a.signup_id = g.id and a.question_id = q.id)) as isUnanswered,
      (select json_group_array(a.meeting) from (select meeting from attendances where signup_id = g.id order by meeting) a)
        as attended,
      (select json_object('slug', n.slug, 'title', n.title) from steps n where n.requires_id = s.step_id
        order by n.position limit 1) as opens,
      m.subject, m.body as text
    from emails e join signups g on g.id = e.signup_id join sessions s on s.id = g.session_id
      left join messages m on m.id = e.message_id
    where e.id in (select value from json_each(${JSON.stringify(emailIds)}))`);
}

/** What that statement found, by email. */
export function toSeatFacts(rows: Row[]): Map<string, SeatFacts> {
  return new Map(
    rows.map(({ emailId, was, attended, opens, subject, text, isUnanswered, ...row }) => [
      emailId,
      {
        ...row,
        isUnanswered: isUnanswered === 1,
        was: was === null ? null : JSON.parse(was),
        attended: JSON.parse(attended),
        opens: opens === null ? null : JSON.parse(opens),
        message: subject === null || text === null ? null : { subject, text },
      },
    ]),
  );
}
