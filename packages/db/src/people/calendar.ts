import type { Claim } from "@ontsecretaressen/domain/claim";
import type { SessionView } from "@ontsecretaressen/domain/session";
import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { calendarVersion } from "./ended-links.ts";
import { selectSessionsWhere, toSessionView } from "../sessions/find.ts";

export type OwnSeat = {
  signupId: string;
  sequence: number;
  session: SessionView;
  onlineUrl: string | null;
  /** The meetings that she said she won't be at. */
  absences: number[];
};

type Row = Omit<OwnSeat, "session" | "absences"> & { slug: string; absences: string };

/**
 * The certain seats of a person for her own calendar, also of what was cancelled or lies up to `since` back; null when there
 * is no such person any more, her address is another now, or she ended this link. One round trip.
 */
export async function findOwnCalendar(
  db: Database,
  { id: personId, version }: Claim,
  { since, now }: { since: string; now: string },
): Promise<OwnSeat[] | null> {
  const hers = sql`g.person_id = ${personId} and g.state = 'confirmed'`;
  const [person, seats, theirSessions] = await db.batch([
    db.all<{ email: string }>(
      sql`select email from people where id = ${personId} and ${calendarVersion} = ${version} and email <> ''`,
    ),
    db.all<Row>(
      sql`select g.id as signupId, g.sequence, s.slug, s.online_url as onlineUrl,
          (select json_group_array(a.meeting) from absences a where a.signup_id = g.id) as absences
        from signups g join sessions s on s.id = g.session_id where ${hers} and s.ends_at > ${since} order by s.starts_at`,
    ),
    selectSessionsWhere(
      db,
      now,
      sql`sessions.id in (select g.session_id from signups g where ${hers}) and sessions.ends_at > ${since}`,
    ),
  ]);
  if (person.length === 0) return null;
  const bySlug = new Map(theirSessions.map((row) => [row.slug, toSessionView(row)]));
  return seats.flatMap(({ slug, absences, ...seat }) => {
    const session = bySlug.get(slug);
    return session === undefined ? [] : [{ ...seat, session, absences: JSON.parse(absences) }];
  });
}
