import { sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { countRates, type Rate, tooOftenUntil } from "../rates.ts";

export type PersonLink = {
  emailKey: string;
  emailId: string;
  now: string;
  /** Past one of these nothing is sent. */
  rates: Rate[];
};

/** Sends a person a fresh link to her own page, in one batch. Nobody of that address, or too often: nothing is kept. */
export async function insertPersonLink(db: Database, link: PersonLink): Promise<void> {
  const who = sql`from people p where p.email_key = ${link.emailKey} and ${tooOftenUntil(link.rates)} is null`;
  await db.batch([
    countRates(db, link.rates),
    db.run(sql`insert into emails (id, kind, to_address, person_id, state, attempts, due_at, created_at)
      select ${link.emailId}, 'person_link', p.email, p.id, 'waiting', 0, ${link.now}, ${link.now}
      ${who} on conflict do nothing`),
  ]);
}
