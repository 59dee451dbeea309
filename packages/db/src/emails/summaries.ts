import type { Summary } from "@ontsecretaressen/domain/email-content";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { asksSomebody } from "./find.ts";
import { seatsTaken } from "../seats/count.ts";

const DAY_MS = 86_400_000;

const since = (now: string, days: number) => new Date(Date.parse(now) - days * DAY_MS).toISOString();

const held = sql`(select count(*) from comments where state = 'held')`;

const openReports = sql`(select count(*) from reports where state = 'open')`;

// An email gets a day to go by itself. To one of many subscribers that did not arrive nobody has to decide anything.
const stuckEmails = (now: string): SQL => sql`(select count(*) from emails
  where ${asksSomebody} and created_at > ${since(now, 2)} and kind <> 'article_published')`;

const freshSignups = (now: string): SQL => sql`from signups g join sessions s on s.id = g.session_id
  where g.signed_up_at > ${since(now, 1)} and g.signed_up_at <= ${now} and g.state not in ('cancelled', 'expired')`;

const missedReminders = (now: string): SQL => sql`from reminders r join sessions s on s.id = r.session_id
  where r.state = 'missed' and r.done_at > ${since(now, 1)} and r.done_at <= ${now}
    and exists (select 1 from signups g where g.session_id = s.id and g.state = 'confirmed')`;

const shortMailings = (now: string): SQL => sql`from mailings m join articles a on a.id = m.article_id
  where m.missed > 0 and m.done_at > ${since(now, 1)} and m.done_at <= ${now}`;

/**
 * Writes the email that tells the organisers what waits, when there is anything to tell: once a day, whoever asks. `to` is
 * the organisers' address.
 */
export async function insertSummary(
  db: Database,
  { emailId, to, now }: { emailId: string; to: string; now: string },
): Promise<void> {
  await db.run(sql`insert into emails (id, kind, to_address, state, attempts, due_at, created_at)
    select ${emailId}, 'organiser_summary', ${to}, 'waiting', 0, ${now}, ${now}
    where ${held} + ${openReports} + ${stuckEmails(now)} + (select count(*) ${freshSignups(now)})
      + (select count(*) ${missedReminders(now)}) + (select count(*) ${shortMailings(now)}) > 0
    on conflict do nothing`);
}

type Counts = {
  emailId: string;
  held: number;
  reports: number;
  stuck: number;
  missed: string;
  short: string;
};

/** What waits at `now`, when one of these emails is a summary; as statements for the batch of their occasions. */
export function selectSummary(db: Database, emailIds: string[], now: string) {
  const asked = sql`exists (select 1 from emails where kind = 'organiser_summary'
    and id in (select value from json_each(${JSON.stringify(emailIds)})))`;
  return [
    db.all<Counts>(sql`select id as emailId, ${held} as held, ${openReports} as reports, ${stuckEmails(now)} as stuck,
        (select json_group_array(json_object('session', s.title, 'kind', r.kind)) ${missedReminders(now)}) as missed,
        (select json_group_array(json_object('article', a.title, 'missed', m.missed)) ${shortMailings(now)}) as short
      from emails where kind = 'organiser_summary' and id in (select value from json_each(${JSON.stringify(emailIds)}))`),
    db.all<{ title: string; capacity: number; taken: number; count: number }>(sql`select s.title, s.capacity,
        ${seatsTaken(sql`s.id`, now)} as taken, count(*) as count
      ${freshSignups(now)} and ${asked} group by s.id order by s.starts_at`),
  ] as const;
}

/** What those statements found, by email. */
export function toSummaries(
  counts: Counts[],
  sessions: { title: string; capacity: number; taken: number; count: number }[],
): Map<string, Summary> {
  const signups = sessions.map(({ title, count }) => ({ session: title, count }));
  const nearlyFull = sessions
    .map(({ title, capacity, taken }) => ({ session: title, left: Math.max(0, capacity - taken), capacity }))
    .filter(({ left, capacity }) => left * 4 <= capacity)
    .map(({ session, left }) => ({ session, left }));
  return new Map(
    counts.map(({ emailId, held, reports, stuck, missed, short }) => [
      emailId,
      {
        held,
        reports,
        stuckEmails: stuck,
        missedReminders: JSON.parse(missed),
        shortMailings: JSON.parse(short),
        signups,
        nearlyFull,
      },
    ]),
  );
}
