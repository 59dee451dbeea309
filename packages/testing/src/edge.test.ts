// What readers see through the edge: nothing twice asked of the database, nothing old after a write's answer.
import { everythingTag, listTags, textTag } from "@ontsecretaressen/domain/freshness";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, startHouse } from "./house.ts";
import { readJson } from "./read-json.ts";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true, edge: true });
});

afterAll(() => house.stop());

const ARTICLE = "/waarom-de-secretaresse-30-niet-bestaat/";
const SLOWLY = { timeout: 60_000, interval: 2000 };
const statusOf = (answer: Response) => answer.headers.get("cf-cache-status");

async function comment(): Promise<string> {
  const json = {
    article: ARTICLE.slice(1, -1),
    name: "Noor",
    email: "n@x.nl",
    body: `Vers ${Math.random()}`,
    key: "k",
  };
  return (await readJson<{ id: string }>(house.fetch("/api/comments", { json }))).id;
}

describe("the edge", () => {
  test("keeps a page: the second reader costs no round trip", async () => {
    await house.fetch(ARTICLE);
    const { answer, trips } = await house.roundTrips(() => house.fetch(ARTICLE));
    expect([statusOf(answer), trips]).toEqual(["HIT", {}]);
    expect(answer.headers.get("cache-tag")).toBeNull();
    expect(answer.headers.get("cache-control")).toBe("public, max-age=0");
  });

  test("answers a browser that has the page with 304", async () => {
    const etag = (await house.fetch(ARTICLE)).headers.get("etag") ?? "";
    const answer = await house.fetch(ARTICLE, { headers: { "if-none-match": etag } });
    expect([answer.status, await answer.text()]).toEqual([304, ""]);
  });

  test("shows an approved comment in the very next answer, and a rejected one no more", async () => {
    const id = await comment();
    expect(await (await house.fetch(ARTICLE)).text()).not.toContain(id);
    await house.admin(`comments/${id}/approve`, { method: "POST" });
    expect(await (await house.fetch(ARTICLE)).text()).toContain(id);
    await house.admin(`comments/${id}/reject`, { json: { rule: "other", reason: "Zo gaan we hier om." } });
    expect(await (await house.fetch(ARTICLE)).text()).not.toContain(id);
  });

  test("keeps no page twice for what others hang on its address", async () => {
    const answer = await house.fetch(`${ARTICLE}?utm_source=nieuwsbrief&fbclid=1&antwoord=cmt_1`);
    expect([answer.status, answer.headers.get("location")]).toEqual([301, `${ARTICLE}?antwoord=cmt_1`]);
    const bare = await house.fetch(`${ARTICLE}?utm_source=x`);
    expect(bare.headers.get("location")).toBe(ARTICLE);
  });

  test("never keeps what is one person's: a notice, an answer in the making, another Worker's pages", async () => {
    for (const path of [
      `${ARTICLE}?reactie=ontvangen`,
      "/bevestig/x",
      "/mijn/x",
      "/api/health",
      "/beheer/",
      "/beheer/inloggen",
    ]) {
      await house.fetch(path);
      expect([path, statusOf(await house.fetch(path))]).toEqual([path, "BYPASS"]);
    }
  });

  test("serves readers what it has while the database is down", async () => {
    await house.fetch("/over-ons/");
    await house.fetch("/programma/");
    await house.stopDatabase();
    const answers = await Promise.all([ARTICLE, "/over-ons/"].map((path) => house.fetch(path)));
    await house.startDatabase();
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe("every answer of the site", () => {
  test("says how long it may be kept, and carries the tag that forgets everything", async () => {
    const bare = await startHouse({ content: true });
    const paths = [
      "/",
      ARTICLE,
      "/over-ons/",
      "/programma/",
      "/programma/rondetafel/",
      "/nergens/",
      "/over-ons",
      `${ARTICLE}?reactie=ontvangen`,
      "/beheer/",
      "/api/nergens",
    ];
    for (const path of paths) {
      const { headers } = await bare.fetch(path);
      expect([path, headers.get("cache-control")]).toEqual([path, expect.any(String)]);
      const isKept = headers.has("cloudflare-cdn-cache-control");
      expect([path, headers.get("cache-tag")?.split(",").includes(everythingTag) ?? false]).toEqual([
        path,
        isKept,
      ]);
    }
    await bare.stop();
  });
});

describe("the tags that the database writes down", () => {
  test("are those that the pages carry", async () => {
    const { rows } = await house.sql.execute(
      "select group_concat(sql, ' ') as made from sqlite_master where name like 'forget_%'",
    );
    const made = JSON.stringify(rows);
    for (const tag of [everythingTag, textTag(""), ...Object.values(listTags)])
      expect(made).toContain(`'${tag}'`);
  });

  test("stay while the edge refuses (five purges a minute), readers keep what they had, and the cron catches up", async () => {
    const strict = await startHouse({ content: true, edge: { purges: 1 } });
    const waiting = async () => (await strict.sql.execute("select tag from purges")).rows.length;
    const say = async (body: string) => {
      const json = { article: ARTICLE.slice(1, -1), name: "Noor", email: "n@x.nl", body, key: body };
      const { id } = await readJson<{ id: string }>(strict.fetch("/api/comments", { json }));
      return strict.admin(`comments/${id}/approve`, { method: "POST" });
    };
    const page = async () => (await strict.fetch(ARTICLE)).text();
    // What filling the house asked the edge to forget may still be spent.
    await expect.poll(async () => [await strict.cron("api"), await waiting()], SLOWLY).toEqual(["ok", 0]);
    await page();
    expect((await say("De eerste die mag.")).status).toBe(200);
    expect((await say("De tweede die wacht.")).status).toBe(200);
    expect(await waiting()).toBeGreaterThan(0);
    expect(await page()).not.toContain("De tweede die wacht.");
    await expect.poll(async () => [await strict.cron("api"), await waiting()], SLOWLY).toEqual(["ok", 0]);
    expect(await page()).toContain("De tweede die wacht.");
    await strict.stop();
  });

  test("stay until the edge has forgotten them, and the cron tries again", async () => {
    await house.sql.execute("insert into purges values ('articles', '2020-01-01T00:00:00.000Z')");
    expect(await house.cron("api")).toBe("ok");
    expect((await house.sql.execute("select * from purges")).rows).toEqual([]);
  });
});
