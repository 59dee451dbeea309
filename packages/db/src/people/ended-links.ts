// The addresses of her calendar and of her certificates hold for years. Their person can end one by making a new one.
import type { Claim } from "@ontsecretaressen/domain/claim";
import { type SQL, sql } from "drizzle-orm";
import { claimedPerson } from "./claims.ts";
import type { Database } from "../client/open.ts";

/** The version in the claim of her calendar that opens it: it goes up with her address as well as with each that she ended. */
export const calendarVersion = sql<number>`(people.address_version + people.calendars_ended)`;

/** Whose links end: who holds the claim of her own page, or is known by her browser. */
export type LinkOwner = Claim | { id: string; version: null };

const personOf = (owner: LinkOwner): SQL =>
  owner.version === null ? sql`${owner.id}` : claimedPerson(owner);

/** Ends the address of a calendar that has this version: doing it again ends no newer one. False when she is nobody any more. */
export async function endCalendar(db: Database, owner: LinkOwner, version: number): Promise<boolean> {
  const person = personOf(owner);
  const [, found] = await db.batch([
    db.run(sql`update people set calendars_ended = calendars_ended + 1
      where id = ${person} and ${calendarVersion} = ${version}`),
    db.all(sql`select id from people where id = ${person} and email <> ''`),
  ]);
  return found.length > 0;
}

/** The same for the address of a certificate of hers. */
export async function endCertificate(
  db: Database,
  owner: LinkOwner,
  { signup, version }: { signup: string; version: number },
): Promise<boolean> {
  const hers = sql`id = ${signup} and person_id = ${personOf(owner)}`;
  const [, found] = await db.batch([
    db.run(sql`update signups set certificates_ended = certificates_ended + 1
      where ${hers} and certificates_ended = ${version}`),
    db.all(sql`select id from signups where ${hers} and email <> ''`),
  ]);
  return found.length > 0;
}
