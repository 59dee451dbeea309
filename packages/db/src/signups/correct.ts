// Who mistyped her address takes her seat along to another one. Only the signup goes: its person may be somebody who was here
// before, whom nobody's slip may touch. That is the difference with what organisers correct, which is the person.
import { type EmailState, settledProblems } from "@ontsecretaressen/domain/email";
import { type SQL, sql } from "drizzle-orm";
import type { Database, Write } from "../client/open.ts";
import { type OfferMoment, offerSeats } from "../seats/offer.ts";

/** Which signup is corrected: the one that a browser's own form made, if it made one. */
export type Correction = { instead: string; at: OfferMoment };

type Moving = Omit<Correction, "instead"> & {
  instead: string | SQL;
  to: { id: string; emailKey: string; email: string; name: string | SQL };
  told: { organisation: string | SQL; role: string | SQL; note: string | SQL };
  submission: string;
  isWelcome: SQL;
};

/**
 * Gives the seat or place of a signup that nobody confirmed to another address, as a signup of its own with the same end, and
 * empties the one that it was: its link opens nothing. Whoever has that address was signed up already: then she keeps what she
 * has, and the seat goes on. Nothing happens to a signup that is over or confirmed, or that a colleague was brought with.
 */
export function moveSignup(db: Database, { instead, at, to, told, submission, isWelcome }: Moving): Write[] {
  const { now } = at;
  const movable = sql`select o.id from signups o join sessions s on s.id = o.session_id where o.id = ${instead} and ${isWelcome}
    and o.email <> '' and o.confirmed_at is null and o.consented_at = o.signed_up_at and o.state in ('held', 'waiting')`;
  const isMoved = sql`exists (select 1 from signups n where n.id = ${to.id})`;
  const isEmptied = sql`exists (select 1 from signups o where o.id = ${instead} and o.email = '' and o.state_at = ${now})`;
  return [
    db.run(sql`insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at,
        line, submission, held_until, consented_at, signed_up_at)
      select ${to.id}, f.session_id, p.id, iif(f.party_id = f.id, ${to.id}, f.party_id), ${to.name}, ${to.email},
        ${told.organisation}, ${told.role}, ${told.note}, f.state, f.state_at, f.line, ${submission}, f.held_until,
        f.consented_at, f.signed_up_at
      from signups f join people p on p.email_key = ${to.emailKey}
      where f.id in (${movable}) and not exists (select 1 from signups g where g.session_id = f.session_id and g.person_id = p.id
          and g.state not in ('cancelled', 'expired'))
      on conflict do nothing`),
    db.run(sql`update signups set state = 'cancelled', state_at = ${now}, name = '-', email = '', organisation = '', role = '',
      note = '' where id in (${movable})`),
    db.run(sql`update signups set party_id = ${to.id} where party_id = ${instead} and ${isMoved}`),
    db.run(sql`update brought set by_id = ${to.id} where by_id = ${instead} and ${isMoved}`),
    db.run(sql`update answers set signup_id = ${to.id} where signup_id = ${instead} and ${isMoved}`),
    db.run(sql`delete from answers where signup_id = ${instead} and ${isEmptied}`),
    db.run(sql`update emails set state = 'withheld', problem = ${settledProblems.corrected}
      where signup_id = ${instead} and state = 'waiting' and ${isEmptied}`),
    ...offerSeats(db, sql`s.id = (select o.session_id from signups o where o.id = ${instead})`, at),
  ];
}

/** Whether what a browser signed up for was confirmed since, and still stands: then there is nothing to correct. */
export const isConfirmedSince = (instead: string): SQL =>
  sql`exists (select 1 from signups o where o.id = ${instead} and o.confirmed_at is not null
    and o.state not in ('cancelled', 'expired'))`;

/**
 * What became of the last email to the address that a browser typed, and whether what it signed up for was confirmed since. It
 * tells nothing of who else has a signup there. What was taken back counts as still to go; null while there is none.
 */
export async function findTyped(
  db: Database,
  { id, session, emailKey }: { id: string; session: string; emailKey: string },
): Promise<{ state: EmailState | null; isConfirmed: boolean }> {
  const [row] = await db.all<{
    state: EmailState | null;
    isConfirmed: number;
  }>(sql`select (select iif(e.state = 'withheld' and e.problem is not 'suppressed', 'waiting', e.state) from people p
      join signups g on g.person_id = p.id join sessions s on s.id = g.session_id join emails e on e.signup_id = g.id
      where p.email_key = ${emailKey} and s.slug = ${session} order by e.rowid desc limit 1) as state,
    ${isConfirmedSince(id)} as isConfirmed`);
  return { state: row?.state ?? null, isConfirmed: row?.isConfirmed === 1 };
}
