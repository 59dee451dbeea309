import type { Claim } from "@ontsecretaressen/domain/claim";
import { sql } from "drizzle-orm";
import { claimedSignup } from "../people/claims.ts";
import type { Database } from "../client/open.ts";

/** The meetings that somebody said she won't be at, of a selection that reads `signups`. */
export const absences =
  sql`(select json_group_array(b.meeting) from (select meeting from absences where signup_id = signups.id order by meeting) b)`.mapWith(
    (json: string): number[] => JSON.parse(json),
  );

/**
 * Says that she won't be at one later meeting of a series, or will after all. Her seat stays hers, and that entry of her
 * calendar changes. Nothing changes for who has no certain seat, nor once that meeting began or she was checked in at it.
 * Doing it again changes nothing. False when the claim opens nothing more.
 */
export async function sayAbsence(
  db: Database,
  { claim, meeting, isAbsent, now }: { claim: Claim; meeting: number; isAbsent: boolean; now: string },
): Promise<boolean> {
  const id = claimedSignup(claim);
  const may = sql`exists (select 1 from signups g join sessions s on s.id = g.session_id
      join meetings m on m.session_id = s.id and m.position = ${meeting}
    where g.id = ${id} and g.state = 'confirmed' and s.state = 'planned' and m.starts_at > ${now})`;
  const isSaid = sql`exists (select 1 from absences where signup_id = ${id} and meeting = ${meeting})`;
  const wasThere = sql`exists (select 1 from attendances where signup_id = ${id} and meeting = ${meeting})`;
  const isNews = isAbsent ? sql`(not ${isSaid} and not ${wasThere})` : isSaid;
  const [, , found] = await db.batch([
    db.run(sql`update signups set sequence = sequence + 1 where id = ${id} and ${may} and ${isNews}`),
    isAbsent
      ? db.run(sql`insert into absences (signup_id, meeting, at) select ${id}, ${meeting}, ${now}
          where ${may} and not ${wasThere}
          on conflict do nothing`)
      : db.run(sql`delete from absences where signup_id = ${id} and meeting = ${meeting} and ${may}`),
    db.all(sql`select g.id from signups g where g.id = ${id}`),
  ]);
  return found.length > 0;
}
