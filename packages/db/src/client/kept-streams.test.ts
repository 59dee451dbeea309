import { type CountedDatabase, startCountedDatabase } from "@ontsecretaressen/testing/counted-database";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  type MockInstance,
  test,
  vi,
} from "vitest";
import { batchOf, doOne } from "./batch.ts";
import { openWriter } from "./open.ts";
import { authors } from "../tables/articles.ts";

type Body = { baton: string | null; requests: { type: string }[] };

let database: CountedDatabase;
let address: { url: string; token: string };
let watched: MockInstance<typeof fetch>;
const sent: Body[] = [];

beforeAll(async () => {
  database = await startCountedDatabase();
  address = { url: database.url, token: database.secrets.databaseToken("rw", "api") };
});

beforeEach(async () => {
  await database.sql.execute("delete from authors");
  const reallyFetch = globalThis.fetch;
  watched = vi.spyOn(globalThis, "fetch").mockImplementation((to, init) => {
    if (to === `${address.url}/v2/pipeline` && typeof init?.body === "string")
      sent.push(JSON.parse(init.body));
    return reallyFetch(to, init);
  });
  // From here on this is asked often.
  await read(["select 1"]);
  await read(["select 1"]);
  sent.length = 0;
});

afterEach(() => watched.mockRestore());

afterAll(() => database.stop());

const COUNT = "select count(*) from authors";
const insert = (id: string) => `insert into authors (id, slug, name, bio) values ('${id}', '${id}', 'A', '')`;
const read = (statements: string[]) => batchOf(address, "TRANSACTION READONLY")(statements);
const write = (statements: string[]) => batchOf(address, "IMMEDIATE")(statements);
const count = async () => (await read([COUNT]))[0]?.rows[0]?.[0];
const asRequested = () => sent.map(({ baton, requests }) => [baton !== null, requests.at(-1)?.type]);

describe("a stream that is kept", () => {
  test("serves the next question, in one round trip each", async () => {
    await read([COUNT]);
    await write([insert("a")]);
    expect(asRequested()).toEqual([
      [true, "batch"],
      [true, "batch"],
    ]);
    expect(new Set(sent.map(({ baton }) => baton)).size).toBe(2);
  });

  test("sees at once what was written elsewhere", async () => {
    for (let turn = 1; turn <= 20; turn += 1) {
      await database.sql.execute(insert(`w${turn}`));
      expect(await count()).toBe(turn);
    }
    expect(asRequested()).toEqual(sent.map(() => [true, "batch"]));
  });

  test("knows a table and a column that came meanwhile", async () => {
    await count();
    await database.sql.batch(["create table later (one text)", "alter table authors add column born text"]);
    expect(await read(["select born, name from authors", "select one from later"])).toMatchObject([
      { columns: ["born", "name"], rows: [] },
      { columns: ["one"], rows: [] },
    ]);
    await database.sql.batch(["drop table later", "alter table authors drop column born"]);
    await expect(read(["select one from later"])).rejects.toThrow(/later/u);
  });

  test("is let go with all that was begun when a statement fails: no lock stays, and nothing is kept", async () => {
    await expect(write([insert("a"), insert("a")])).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT" });
    await expect(doOne(address, "select x from nowhere")).rejects.toThrow(/nowhere/u);
    // A lock that stayed would be there for five seconds.
    await batchOf({ ...address, timeoutMs: 4000 }, "IMMEDIATE")([insert("b")]);
    expect(await count()).toBe(1);
  });

  test("ends with its server: the same is asked once more, and done once", async () => {
    await database.stopDatabase();
    await database.startDatabase();
    await write([insert("a")]);
    expect(asRequested()).toEqual([
      [true, "batch"],
      [false, "batch"],
    ]);
    expect(await count()).toBe(1);
  });

  test("is not gone on with after an answer that never came", async () => {
    database.answers("hang");
    await expect(batchOf({ ...address, timeoutMs: 50 }, "IMMEDIATE")([insert("a")])).rejects.toThrow(
      "no answer",
    );
    database.answers(null);
    await read([COUNT]);
    expect(asRequested()).toEqual([
      [true, "batch"],
      [false, "batch"],
    ]);
  });

  test("is never shared: a crowd that writes and reads at once is served, and each sees its own", async () => {
    const db = openWriter(address);
    const ids = Array.from({ length: 40 }, (_, index) => `c${index}`);
    const found = await Promise.all(
      ids.map(async (id) => {
        await db.insert(authors).values({ id, slug: id, name: id, bio: "", version: 1 });
        return (await read([`select name from authors where id = '${id}'`]))[0]?.rows[0]?.[0];
      }),
    );
    expect(found).toEqual(ids);
    expect(sent).toHaveLength(80);
  });
});
