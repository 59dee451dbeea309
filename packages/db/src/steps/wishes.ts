import type { Claim } from "@ontsecretaressen/domain/claim";
import type { StepLink } from "@ontsecretaressen/domain/session";
import { type SQL, sql } from "drizzle-orm";
import type { Database, Write } from "../client/open.ts";
import { countRates, type Rate, tooOftenUntil } from "../rates.ts";
import { stepIsOpenFor } from "./access.ts";

/**
 * Tells those who wished for a date of its step that a session is planned, each once: only a proved wish, of somebody to
 * whom the step is open. Who is told has had her wish. `emailId` is the base of the ids.
 */
export function tellWishers(
  db: Database,
  sessionId: string,
  { emailId, at }: { emailId: string; at: string },
): Write[] {
  const isHeard = sql`s.id = ${sessionId} and w.proved_at is not null and w.told_at is null
    and ${stepIsOpenFor(sql`w.person_id`, sql`w.step_id`)}`;
  return [
    db.run(sql`insert into emails (id, kind, to_address, person_id, session_id, step_id, state, attempts, due_at, created_at)
      select ${emailId} || substr(w.id, 5), 'session_planned', p.email, p.id, s.id, s.step_id, 'waiting', 0, ${at}, ${at}
      from sessions s join wishes w on w.step_id = s.step_id join people p on p.id = w.person_id
      where ${isHeard} on conflict do nothing`),
    db.run(sql`update wishes as w set told_at = ${at}
      where exists (select 1 from sessions s where s.step_id = w.step_id and ${isHeard})`),
  ];
}

export type NewWish = {
  id: string;
  personId: string;
  emailId: string;
  step: string;
  name: string;
  email: string;
  emailKey: string;
  now: string;
  /** Past one of these nothing is kept. */
  rates: Rate[];
  /** Who got such an email after this gets no other. */
  notSince: string;
};

/**
 * Keeps that somebody wants to hear of a step, and sends the email by which she says that it was she, in one batch. One who
 * asked before and was told asks anew; one who waits to be told goes on waiting.
 */
export async function insertWish(
  db: Database,
  wish: NewWish,
): Promise<{ isKnown: boolean; tooOftenUntil: string | null }> {
  const { now } = wish;
  const isWelcome = sql`n.slug = ${wish.step} and ${tooOftenUntil(wish.rates)} is null`;
  const [, , , , known, [often]] = await db.batch([
    countRates(db, wish.rates),
    db.run(sql`insert into people (id, email_key, email, name, created_at)
      select ${wish.personId}, ${wish.emailKey}, ${wish.email}, ${wish.name}, ${now} from steps n where ${isWelcome}
      on conflict do nothing`),
    db.run(sql`insert into wishes (id, person_id, step_id, asked_at)
      select ${wish.id}, p.id, n.id, ${now} from steps n join people p on p.email_key = ${wish.emailKey} where ${isWelcome}
      on conflict (person_id, step_id) do update set asked_at = excluded.asked_at,
        proved_at = iif(told_at is null, proved_at, null), told_at = null where asked_at < excluded.asked_at`),
    db.run(sql`insert into emails (id, kind, to_address, person_id, step_id, state, attempts, due_at, created_at)
      select ${wish.emailId}, 'wish_confirm', p.email, p.id, n.id, 'waiting', 0, ${now}, ${now}
      from steps n join people p on p.email_key = ${wish.emailKey}
      where ${isWelcome} and not exists (select 1 from emails e where e.person_id = p.id and e.step_id = n.id
        and e.kind = 'wish_confirm' and e.created_at > ${wish.notSince}) on conflict do nothing`),
    db.all(sql`select 1 from steps where slug = ${wish.step}`),
    db.all<{ until: string | null }>(sql`select ${tooOftenUntil(wish.rates)} as until`),
  ]);
  return { isKnown: known.length > 0, tooOftenUntil: often?.until ?? null };
}

/** The wish that a claim opens; none once its person has another address than the claim was sent to. */
const claimedWish = ({ id, version }: Claim): SQL =>
  sql`(select cw.id from wishes cw join people cp on cp.id = cw.person_id where cw.id = ${id} and cp.address_version = ${version})`;

export type ClaimedWish = { personId: string; name: string; step: StepLink; isProved: boolean };

const selectClaimed = (db: Database, claim: Claim) =>
  db.all<{
    personId: string;
    name: string;
    slug: string;
    title: string;
    isProved: number;
  }>(sql`select p.id as personId,
      p.name, n.slug, n.title, w.proved_at is not null as isProved
    from wishes w join people p on p.id = w.person_id join steps n on n.id = w.step_id where w.id = ${claimedWish(claim)}`);

const toClaimed = ([row]: Awaited<ReturnType<typeof selectClaimed>>): ClaimedWish | null =>
  row === undefined
    ? null
    : {
        personId: row.personId,
        name: row.name,
        step: { slug: row.slug, title: row.title },
        isProved: row.isProved === 1,
      };

/** A wish by its claim; null when that opens nothing any more. One round trip. */
export const findWish = async (db: Database, claim: Claim): Promise<ClaimedWish | null> =>
  toClaimed(await selectClaimed(db, claim));

/** Writes down that a wish is hers who holds its claim. Pressing again changes nothing; null when it opens nothing any more. */
export async function confirmWish(db: Database, claim: Claim, now: string): Promise<ClaimedWish | null> {
  const id = claimedWish(claim);
  const [, , rows] = await db.batch([
    db.run(sql`update wishes set proved_at = ${now} where id = ${id} and proved_at is null`),
    db.run(sql`update people set confirmed_at = ${now} where confirmed_at is null
      and id = (select w.person_id from wishes w where w.id = ${id})`),
    selectClaimed(db, claim),
  ]);
  return toClaimed(rows);
}

/** Keeps, for who holds the claim of a signup, that she wants to hear when its step opens for her: her address is proved by it. */
export const wishInstead = (db: Database, signup: SQL, { id, now }: { id: string; now: string }): Write[] => [
  db.run(sql`insert into wishes (id, person_id, step_id, asked_at, proved_at)
    select ${id}, g.person_id, s.step_id, ${now}, ${now} from signups g join sessions s on s.id = g.session_id
    where g.id = ${signup}
    on conflict (person_id, step_id) do update set proved_at = coalesce(proved_at, excluded.proved_at),
      told_at = iif(told_at < excluded.asked_at, null, told_at)`),
];
