import type { Certificate } from "@ontsecretaressen/domain/certificate";
import { sql } from "drizzle-orm";
import type { Database } from "./open.ts";

type Row = {
  name: string;
  step: string;
  position: number;
  title: string;
  city: string;
  guides: string;
  attended: string;
  meetings: number;
};

/** That somebody was at what she signed up for; null when she was not, or is nobody any more. One round trip. */
export async function findCertificate(db: Database, signupId: string): Promise<Certificate | null> {
  const rows = await db.all<Row>(sql`select g.name, p.title as step, p.position, s.title, s.city, s.guides,
      (select json_group_array(m.starts_local) from (select coalesce(m.starts_local, s.starts_local) as starts_local
        from attendances a left join meetings m on m.session_id = g.session_id and m.position = a.meeting
        where a.signup_id = g.id and (a.meeting = 1 or m.position is not null) order by a.meeting) m) as attended,
      1 + (select count(*) from meetings m where m.session_id = s.id) as meetings
    from signups g join sessions s on s.id = g.session_id join steps p on p.id = s.step_id
    where g.id = ${signupId} and g.email <> ''`);
  const [row] = rows;
  const attended: string[] = row === undefined ? [] : JSON.parse(row.attended);
  if (row === undefined || attended.length === 0) return null;
  const { name, step, position, title, city, guides, meetings } = row;
  return { name, step: { title: step, position }, session: { title, city, guides }, attended, meetings };
}
