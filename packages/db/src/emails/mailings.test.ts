import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { continueMailing, findOpenMailing } from "./mailings.ts";
import { type Database, openWriter } from "../client/open.ts";
import { confirmAsk, insertAsk, saveChoice, stopSubscriber } from "../subscribers/ask.ts";
import { countSubscribers } from "../subscribers/find.ts";

const LONG_AGO = "2020-01-01T00:00:00.000Z";
const AT_A_TIME = 3;

let database: TestDatabase;
let turn = 0;

let writer: Database;

const db = () => writer;
const now = () => new Date().toISOString();
const id = (kind: string) => `${kind}_${String((turn += 1)).padStart(8, "0")}`;

beforeAll(async () => {
  database = await startDatabase();
  writer = openWriter({ url: database.url, token: undefined });
  await database.sql.executeMultiple(
    "insert into categories (id, slug, title) values ('cat_a', 'a', 'A'), ('cat_b', 'b', 'B')",
  );
});

afterAll(() => database.stop());

const rows = async (sql: string, ...args: string[]) => (await database.sql.execute({ sql, args })).rows;

const askOf = (email: string, categories: string[]) => ({
  personId: id("per"),
  email,
  emailKey: email,
  categories,
  submission: id("sub"),
  isOfRobot: false,
  token: "t",
  tokenHash: id("hash"),
  emailId: id("eml"),
  now: now(),
  until: "2090-01-01T00:00:00.000Z",
  rates: [],
  mailRates: [],
});

async function subscribe(email: string, categories: string[]): Promise<string> {
  const ask = askOf(email, categories);
  await insertAsk(db(), ask);
  return (await confirmAsk(db(), { tokenHash: ask.tokenHash, now: now() })) ?? "";
}

async function draft(category: "cat_a" | "cat_b"): Promise<string> {
  const article = id("art");
  await database.sql.execute({
    sql: `insert into articles (id, kind, slug, title, standfirst, body, body_html, category_id, state,
        is_open_for_comments, created_at, updated_at, version)
      values (?, 'article', ?, 'T', '', 'x', 'x', ?, 'draft', 1, ?, ?, 1)`,
    args: [article, article.replace("_", "-"), category, now(), now()],
  });
  return article;
}

const setState = (article: string, state: "draft" | "published") =>
  database.sql.execute({
    sql: "update articles set state = ?, published_at = coalesce(published_at, ?) where id = ?",
    args: [state, now(), article],
  });

const run = (mailing: { articleId: string; cursor: string }) =>
  continueMailing(db(), mailing, { emailId: id("eml"), limit: AT_A_TIME, now: now() });

describe("a batch that runs twice because its answer got lost", () => {
  test("keeps one ask, one subscriber and one email each", async () => {
    const ask = askOf("twee@v.nl", ["a"]);
    for (const _ of [1, 2]) await insertAsk(db(), ask);
    expect(await rows("select 1 from emails where kind = 'subscriber_confirm'")).toHaveLength(1);
    const moment = now();
    for (const _ of [1, 2])
      expect(await confirmAsk(db(), { tokenHash: ask.tokenHash, now: moment })).not.toBeNull();
    expect(await countSubscribers(db(), now())).toMatchObject({ subscribers: 1, ofAll: 0, asked: 0 });
    const article = await draft("cat_a");
    await setState(article, "published");
    const mailing = await findOpenMailing(db(), { staleBefore: LONG_AGO, dayBegan: LONG_AGO });
    const asked = { emailId: id("eml"), limit: AT_A_TIME, now: now() };
    for (const _ of [1, 2]) await continueMailing(db(), mailing ?? { articleId: "", cursor: "" }, asked);
    expect(await rows("select 1 from emails where article_id = ?", article)).toHaveLength(1);
    await database.sql.executeMultiple("delete from emails; update mailings set done_at = began_at");
  });
});

/** Chance that is the same each time. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test.for([1, 7])(
  "whatever happens in which order, nobody is mailed twice, and who only waits gets each article of hers once (walk %i)",
  async (seed) => {
    const chance = chanceFrom(seed);
    const one = <Value>(list: readonly Value[]): Value | undefined =>
      list[Math.floor(chance() * list.length)];
    // Who asks once and does nothing more, and who keeps changing her mind.
    const steady = new Map<string, string[]>();
    for (let index = 0; index < 8; index += 1) {
      const choice = one([[], ["a"], ["b"]]) ?? [];
      steady.set(await subscribe(`rust${seed}-${index}@v.nl`, choice), choice);
    }
    const restless = await Promise.all(
      Array.from({ length: 3 }, (_, index) => subscribe(`wispel${seed}-${index}@v.nl`, [])),
    );
    const articles = new Map<string, "cat_a" | "cat_b">();
    const late: string[] = [];
    const mailed: string[] = [];

    /** The mailer: takes some of what waits, and each of those has gone. */
    const send = async (share: number) => {
      const gone: string[] = [];
      for (const { id: email, key } of await rows(
        "select id, article_id || ' ' || person_id as key from emails where kind = 'article_published' and state = 'waiting'",
      )) {
        if (chance() > share || typeof email !== "string" || typeof key !== "string") continue;
        mailed.push(key);
        gone.push(email);
      }
      await rows(
        `update emails set state = 'sent', sent_at = created_at, attempts = 1
          where id in (select value from json_each(?))`,
        JSON.stringify(gone),
      );
    };
    const acts: (() => Promise<unknown>)[] = [
      async () => {
        const category = one(["cat_a", "cat_b"] as const) ?? "cat_a";
        const article = await draft(category);
        articles.set(article, category);
        await setState(article, "published");
      },
      async () => setState(one([...articles.keys()]) ?? "", one(["draft", "published"] as const) ?? "draft"),
      async () => late.push(await subscribe(`laat${(turn += 1)}@v.nl`, [])),
      async () => stopSubscriber(db(), { personId: one(restless) ?? "", now: now() }),
      async () => saveChoice(db(), { personId: one(restless) ?? "", categories: ["a"], now: now() }),
      async () => send(0.5),
    ];
    // Two runs that read the same, one that breaks off before it writes, and a text that is withdrawn in between.
    const runs = async () => {
      const mailing = await findOpenMailing(db(), { staleBefore: LONG_AGO, dayBegan: LONG_AGO });
      if (mailing === null || chance() < 0.2) return;
      if (chance() < 0.2) await setState(mailing.articleId, "draft");
      await Promise.all([run(mailing), run(mailing)]);
    };
    for (let step = 0; step < 40; step += 1) {
      await one(acts)?.();
      await runs();
      const withdrawn = await rows(
        "select 1 from emails e join articles a on a.id = e.article_id where a.state = 'draft' and e.state = 'waiting'",
      );
      expect(withdrawn).toEqual([]);
    }
    for (const article of articles.keys()) await setState(article, "published");
    for (;;) {
      const mailing = await findOpenMailing(db(), { staleBefore: LONG_AGO, dayBegan: LONG_AGO });
      if (mailing === null) break;
      await run(mailing);
    }
    await send(1);

    expect(mailed.filter((key, index) => mailed.indexOf(key) !== index)).toEqual([]);
    const expected = [...articles].flatMap(([article, category]) =>
      [...steady].flatMap(([person, choice]) =>
        choice.length === 0 || choice.includes(category.slice(4)) ? [`${article} ${person}`] : [],
      ),
    );
    const ofSteady = mailed.filter((key) => steady.has(key.split(" ")[1] ?? ""));
    expect(articles.size).toBeGreaterThan(2);
    expect(ofSteady.toSorted()).toEqual(expected.toSorted());
    const early = await rows(`select 1 from emails e join mailings m on m.article_id = e.article_id
      join subscribers s on s.person_id = e.person_id where s.since > m.began_at and e.created_at >= s.since`);
    expect([late.length > 0, early]).toEqual([true, []]);
  },
);
