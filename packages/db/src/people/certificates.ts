import type { Claim } from "@ontsecretaressen/domain/claim";
import type { Certificate } from "@ontsecretaressen/domain/certificate";
import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";

type Row = {
  name: string;
  step: string;
  position: number;
  title: string;
  city: string;
  guides: string;
  attended: string;
  meetings: number;
  ended: number;
};

/**
 * That somebody was at what she signed up for; null when she was not, or is nobody any more, and `ended` when she made a new
 * link since. One round trip.
 */
export async function findCertificate(
  db: Database,
  { id: signupId, version }: Claim,
): Promise<Certificate | "ended" | null> {
  const rows = await db.all<Row>(sql`select g.name, p.title as step, p.position, s.title, s.city, s.guides,
      (select json_group_array(m.starts_local) from (select coalesce(m.starts_local, s.starts_local) as starts_local
        from attendances a left join meetings m on m.session_id = g.session_id and m.position = a.meeting
        where a.signup_id = g.id and (a.meeting = 1 or m.position is not null) order by a.meeting) m) as attended,
      1 + (select count(*) from meetings m where m.session_id = s.id
        and not (s.state = 'cancelled' and m.starts_at > coalesce(s.cancelled_at, ''))) as meetings, g.certificates_ended as ended
    from signups g join sessions s on s.id = g.session_id join steps p on p.id = s.step_id
    where g.id = ${signupId} and g.email <> ''`);
  const [row] = rows;
  const attended: string[] = row === undefined ? [] : JSON.parse(row.attended);
  if (row === undefined || attended.length === 0) return null;
  if (row.ended !== version) return "ended";
  const { name, step, position, title, city, guides, meetings } = row;
  return { name, step: { title: step, position }, session: { title, city, guides }, attended, meetings };
}
