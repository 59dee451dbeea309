import type { SubscriberCounts } from "@ontsecretaressen/domain/admin-answers";
import type { Category } from "@ontsecretaressen/domain/article";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";

/** How somebody hears of new articles: those of some categories or, when that is null, all. */
export type Subscriber = { categories: Category[] | null; isStopped: boolean };

const inOrder = sql`from categories c left join categories p on p.id = c.parent_id
  order by coalesce(p.title, c.title), p.id is not null, c.title`;

const selectCategories = (db: Database) => db.all<Category>(sql`select c.slug, c.title ${inOrder}`);

/** Every category that somebody can choose, those below another right after it. */
export async function listChoices(db: Database): Promise<Category[]> {
  return (await selectCategories(db)).map(({ slug, title }) => ({ slug, title }));
}

type ChosenRow = Category & { isChosen: number };

/** Every category, and whether it stands in a list of ids; in no list stands none. */
const selectChosen = (db: Database, ids: SQL) =>
  db.all<ChosenRow>(
    sql`select c.slug, c.title, c.id in (select value from json_each((${ids}))) as isChosen ${inOrder}`,
  );

/** What somebody asked for by the link in an email; null when the link is unknown or past. One round trip. */
export async function findAsk(
  db: Database,
  hash: string,
  now: string,
): Promise<{ isUsed: boolean; categories: Category[] | null } | null> {
  const [asks, rows] = await db.batch([
    db.all<{
      isUsed: number;
      isAll: number;
    }>(sql`select used_at is not null as isUsed, categories is null as isAll
      from subscriber_asks where hash = ${hash} and expires_at > ${now}`),
    selectChosen(db, sql`select categories from subscriber_asks where hash = ${hash}`),
  ]);
  const ask = asks[0];
  return ask === undefined ? null : { isUsed: ask.isUsed === 1, categories: chosen(ask, rows) };
}

/** How a person hears of new articles, with every category that she can choose; null when she never did. One round trip. */
export async function findSubscriber(
  db: Database,
  personId: string,
): Promise<(Subscriber & { choices: Category[] }) | null> {
  const [found, rows] = await db.batch(selectSubscriber(db, personId));
  const subscriber = toSubscriber(found, rows);
  const choices = rows.map(({ slug, title }) => ({ slug, title }));
  return subscriber === null ? null : { ...subscriber, choices };
}

/** How a person hears of new articles, as statements for the batch of whatever shows it. */
export function selectSubscriber(db: Database, personId: string) {
  return [
    db.all<SubscriberRow>(sql`select stopped_at is not null as isStopped, categories is null as isAll
      from subscribers where person_id = ${personId}`),
    selectChosen(db, sql`select categories from subscribers where person_id = ${personId}`),
  ] as const;
}

type SubscriberRow = { isStopped: number; isAll: number };

/** What those statements found. */
export function toSubscriber(found: SubscriberRow[], rows: ChosenRow[]): Subscriber | null {
  const row = found[0];
  return row === undefined ? null : { categories: chosen(row, rows), isStopped: row.isStopped === 1 };
}

const chosen = ({ isAll }: { isAll: number }, rows: ChosenRow[]): Category[] | null =>
  isAll === 1
    ? null
    : rows.filter(({ isChosen }) => isChosen === 1).map(({ slug, title }) => ({ slug, title }));

/** How many hear of new articles: of all, of each category, and how many can still confirm. One round trip. */
export async function countSubscribers(db: Database, now: string): Promise<SubscriberCounts> {
  const [totals, ofCategories] = await db.batch([
    db.all<Omit<SubscriberCounts, "ofCategories">>(sql`select
      (select count(*) from subscribers where stopped_at is null) as subscribers,
      (select count(*) from subscribers where stopped_at is null and categories is null) as ofAll,
      (select count(*) from subscriber_asks where used_at is null and expires_at > ${now}) as asked`),
    db.all<Category & { subscribers: number }>(sql`select c.slug, c.title,
        (select count(*) from subscribers s, json_each(s.categories) j
          where s.stopped_at is null and j.value = c.id) as subscribers ${inOrder}`),
  ]);
  const { subscribers = 0, ofAll = 0, asked = 0 } = totals[0] ?? {};
  return { subscribers, ofAll, ofCategories: ofCategories.map((row) => ({ ...row })), asked };
}
