import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { countRates, type Rate, tooOftenUntil } from "../rates.ts";

export type NewAsk = {
  personId: string;
  email: string;
  emailKey: string;
  /** The slugs of the categories; none is every article. */
  categories: string[];
  submission: string;
  /** A robot's is not kept, and is answered as any other. */
  isOfRobot: boolean;
  token: string;
  tokenHash: string;
  emailId: string;
  now: string;
  until: string;
  /** Past one of these nothing is kept. */
  rates: Rate[];
  /** Past one of these no more mail goes to the address, and nothing is kept. */
  mailRates: Rate[];
};

const isKnown = (slugs: string[]): SQL => sql`not exists (select 1 from json_each(${JSON.stringify(slugs)}) j
  where j.value not in (select slug from categories))`;

// In the order of the ids, so that the same choice is always the same text; none is null.
const idsOf = (slugs: string[]): SQL =>
  slugs.length === 0
    ? sql`null`
    : sql`(select json_group_array(id) from (select id from categories
        where slug in (select value from json_each(${JSON.stringify(slugs)})) order by id))`;

/**
 * Keeps what an address asked for, with the email that asks whether it is her own, in one batch. The same submission is
 * kept once. Nothing is kept when a category is unknown or a rate is over its limit: a refused try counts too.
 */
export async function insertAsk(
  db: Database,
  ask: NewAsk,
): Promise<{ hasUnknown: boolean; tooOftenUntil: string | null }> {
  const isWelcome = sql`${ask.isOfRobot ? 0 : 1} and ${isKnown(ask.categories)}
    and ${tooOftenUntil([...ask.rates, ...ask.mailRates])} is null
    and not exists (select 1 from subscriber_asks where submission = ${ask.submission})`;
  const [, , , , rows] = await db.batch([
    countRates(db, [...ask.rates, ...ask.mailRates]),
    db.run(sql`insert into people (id, email_key, email, name, created_at)
      select ${ask.personId}, ${ask.emailKey}, ${ask.email}, '', ${ask.now} where ${isWelcome} on conflict do nothing`),
    db.run(sql`insert into subscriber_asks (hash, person_id, categories, submission, made_at, expires_at)
      select ${ask.tokenHash}, p.id, ${idsOf(ask.categories)}, ${ask.submission}, ${ask.now}, ${ask.until}
      from people p where p.email_key = ${ask.emailKey} and ${isWelcome} on conflict do nothing`),
    db.run(sql`insert into emails (id, kind, to_address, person_id, token, state, attempts, due_at, created_at)
      select ${ask.emailId}, 'subscriber_confirm', ${ask.email}, k.person_id, ${ask.token}, 'waiting', 0, ${ask.now}, ${ask.now}
      from subscriber_asks k where k.hash = ${ask.tokenHash} on conflict do nothing`),
    db.all<{ isKnown: number; until: string | null }>(
      sql`select ${isKnown(ask.categories)} as isKnown, ${tooOftenUntil(ask.rates)} as until`,
    ),
  ]);
  const row = rows[0];
  return { hasUnknown: row?.isKnown !== 1, tooOftenUntil: row?.until ?? null };
}

/**
 * Makes somebody a subscriber by the link that went to her, with what she asked for then. Pressing again changes nothing.
 * Tells whose it is; null when the link is unknown or past.
 */
export async function confirmAsk(
  db: Database,
  { tokenHash, now }: { tokenHash: string; now: string },
): Promise<string | null> {
  const fresh = sql`k.hash = ${tokenHash} and k.used_at is null and k.expires_at > ${now}`;
  const [, , , rows] = await db.batch([
    db.run(sql`insert into subscribers (person_id, categories, since)
      select k.person_id, k.categories, ${now} from subscriber_asks k where ${fresh}
      on conflict (person_id) do update set categories = excluded.categories,
        since = iif(stopped_at is null, since, excluded.since), stopped_at = null`),
    db.run(sql`update people set confirmed_at = ${now} where confirmed_at is null
      and id = (select k.person_id from subscriber_asks k where ${fresh})`),
    db.run(sql`update subscriber_asks as k set used_at = ${now} where ${fresh}`),
    db.all<{ personId: string }>(
      sql`select person_id as personId from subscriber_asks
        where hash = ${tokenHash} and used_at is not null and expires_at > ${now}`,
    ),
  ]);
  return rows[0]?.personId ?? null;
}

/** Changes what a subscriber hears of, also when she had stopped. False when a category is unknown or she never subscribed. */
export async function saveChoice(
  db: Database,
  { personId, categories, now }: { personId: string; categories: string[]; now: string },
): Promise<boolean> {
  const may = sql`person_id = ${personId} and ${isKnown(categories)}`;
  const [, rows] = await db.batch([
    db.run(sql`update subscribers set categories = ${idsOf(categories)},
      since = iif(stopped_at is null, since, ${now}), stopped_at = null where ${may}`),
    db.all(sql`select 1 from subscribers where ${may}`),
  ]);
  return rows.length > 0;
}

/** Stops every email about new articles to a person, also those that were written and did not go yet. Again changes nothing. */
export async function stopSubscriber(
  db: Database,
  { personId, now }: { personId: string; now: string },
): Promise<void> {
  await db.batch([
    db.run(
      sql`update subscribers set stopped_at = ${now} where person_id = ${personId} and stopped_at is null`,
    ),
    db.run(sql`delete from emails where person_id = ${personId} and kind = 'article_published'
      and state = 'waiting' and attempts = 0`),
  ]);
}
