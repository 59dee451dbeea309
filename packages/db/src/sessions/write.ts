import type { ListedSession } from "@ontsecretaressen/domain/admin-answers";
import type { Question } from "@ontsecretaressen/domain/question";
import type { Meeting } from "@ontsecretaressen/domain/session";
import { eq, sql } from "drizzle-orm";
import { type Act, auditMade } from "../audit.ts";
import { always } from "../conditions.ts";
import type { Database, Write } from "../client/open.ts";
import { selectListedSessions, toListedSession } from "./list.ts";
import { writeMeetings, writeQuestions } from "./parts.ts";
import { tellWishers } from "../steps/wishes.ts";
import { writeAndAsk } from "../client/write-and-ask.ts";
import { sessions } from "../tables/plan.ts";

export type SessionRow = {
  id: string;
  slug: string;
  step: string;
  title: string;
  summary: string;
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
  startsAt: string;
  endsAt: string;
  place: string;
  address: string;
  city: string;
  guides: string;
  capacity: number;
  onlineUrl: string | null;
  notes: string;
  opensAt: string | null;
  closesAt: string | null;
  /** Without a price of its own it has that of its step. */
  priceCents: number | undefined;
  payment: string;
  later: Meeting[];
  questions: Question[];
};

/** The statements that keep a planned session of a known step with its meetings and questions, once per address. */
export function insertSession(db: Database, row: SessionRow, at: string): [Write, ...Write[]] {
  const id = sql`${row.id}`;
  return [
    db.run(sql`insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at,
        ends_at, place, address, city, guides, capacity, state, created_at, online_url, notes, opens_at,
        closes_at, price_cents, payment)
      select ${row.id}, ${row.slug}, s.id, ${row.title}, ${row.summary}, ${row.startsLocal}, ${row.endsLocal}, ${row.timeZone},
        ${row.startsAt}, ${row.endsAt}, ${row.place}, ${row.address}, ${row.city}, ${row.guides}, ${row.capacity}, 'planned',
        ${at}, ${row.onlineUrl}, ${row.notes}, ${row.opensAt}, ${row.closesAt},
        coalesce(${row.priceCents ?? null}, s.price_cents, 0), iif(${row.payment} = '', s.payment, ${row.payment})
      from steps s where s.slug = ${row.step} on conflict do nothing`),
    ...writeMeetings(db, id, row.later, always),
    ...writeQuestions(db, id, row.questions, always, at),
  ];
}

/** Plans a session. Null when the step is unknown or the address taken; throws when its key made something else. */
export async function planSession(
  db: Database,
  row: SessionRow,
  by: Act & { emailId: string },
): Promise<ListedSession | null> {
  const kept = await writeAndAsk(
    db,
    [
      ...insertSession(db, row, by.at),
      auditMade(db, by, "session.plan", sql`select id from sessions where id = ${row.id}`),
      ...tellWishers(db, row.id, by),
    ],
    selectListedSessions(db, by.at, eq(sessions.id, row.id)),
  );
  return kept.map(toListedSession)[0] ?? null;
}
