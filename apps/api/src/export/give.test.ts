import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ARTICLE = "waarom-de-secretaresse-30-niet-bestaat";

type Row = Record<string, unknown>;
type Document = Record<string, Row[]> & { exportedAt: string; isWhole: boolean };

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

async function tokenOf(role: string): Promise<{ id: string; token: string }> {
  return readJson(house.admin("tokens", { json: { name: `Een ${role}`, roles: [role] } }));
}

const as = (token: string, path: string) =>
  house.fetch(`/api/admin/${path}`, { headers: { authorization: `Bearer ${token}` } });

async function takeAll(): Promise<Document> {
  const answer = await house.admin("export");
  expect(answer.status).toBe(200);
  return readJson<Document>(answer);
}

describe("what organisers take along", () => {
  test("is one whole JSON document with all that they own, each row once", async () => {
    const slug = await people.plan(4);
    await people.send(slug, { name: "Mee", email: "mee@voorbeeld.nl", note: "Ik eet niets met noten." });
    await house.admin("articles", {
      json: {
        slug: "een-concept",
        title: "Een concept",
        body: "Nog **niet** af.",
        category: "samen-leren",
        tags: ["rollen"],
      },
    });
    const all = await takeAll();
    expect(all.isWhole).toBe(true);
    expect(Date.parse(all.exportedAt)).toBeLessThanOrEqual(Date.now());
    for (const table of [
      "authors",
      "categories",
      "tags",
      "media",
      "comments",
      "steps",
      "sessions",
      "signups",
      "emails",
    ]) {
      const { rows } = await house.sql.execute(`select count(*) as n from ${table}`);
      expect([table, all[table]?.length]).toEqual([table, Number(rows[0]?.["n"])]);
    }
    expect(all["articles"]?.find((row) => row["slug"] === "een-concept")).toMatchObject({
      state: "draft",
      body: "Nog **niet** af.",
      category: "samen-leren",
      tags: ["rollen"],
      isOpenForComments: true,
    });
    expect(all["signups"]?.find((row) => row["email"] === "mee@voorbeeld.nl")).toMatchObject({
      session: slug,
      note: "Ik eet niets met noten.",
    });
    expect(all["menu"]?.[0]).toMatchObject({ header: expect.any(Array) });
  });

  test("takes an ask for each part that is short, and two for who asks", async () => {
    const { answer, trips } = await house.roundTrips(takeAll);
    const { exportedAt: _, isWhole: __, ...parts } = answer;
    expect(trips).toEqual({ api: Object.keys(parts).length + 2 });
  });

  test("goes past the end of one read: a part of ten thousand and one rows has them all", async () => {
    await house.sql.execute(`insert into tags (id, slug, title)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < 10001)
      select printf('tag_%026d', i), 'o-' || i, 'O ' || i from n`);
    const slugs = (await takeAll())["tags"]?.map((row) => row["slug"]) ?? [];
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs.filter((slug) => /^o-\d+$/u.test(String(slug)))).toHaveLength(10_001);
  });

  test("holds no secret, no hash, no network, and nothing of what emails say", async () => {
    const headers = { "cf-connecting-ip": "203.0.113.77" };
    const json = {
      article: ARTICLE,
      name: "Ada",
      email: "ada@voorbeeld.nl",
      body: "Een reactie",
      key: "uit",
    };
    await house.fetch("/api/comments", { json, headers });
    const mail = await house.waitForMail(({ to }) => to.includes("ada@voorbeeld.nl"));
    const link = /\/bevestig\/([\w-]+)/u.exec(mail.text ?? "")?.[1] ?? "";
    expect(link).not.toBe("");
    const { rows } = await house.sql.execute(`select token_hash as secret from admin_tokens
      union all select hash from links union all select submission from comments
      union all select network from comments where network is not null
      union all select token from emails where token is not null`);
    expect(rows.length).toBeGreaterThan(3);
    const text = await (await house.admin("export")).text();
    expect(text).toContain("ada@voorbeeld.nl");
    for (const secret of [link, house.adminToken, ...rows.flatMap((row) => row["secret"])])
      expect(text).not.toContain(secret);
    expect(text).not.toMatch(/_?hash"|"html"|"bodyHtml"|"token"|"submission"|"network"/iu);
  });

  test("is read as often as one likes under one key, which stays free for something else", async () => {
    const headers = { "idempotency-key": "alles" };
    for (const _ of [1, 2]) {
      const answer = await house.admin("export", { headers });
      expect([answer.status, (await readJson<{ isWhole: boolean }>(answer)).isWhole]).toEqual([200, true]);
    }
    const json = { slug: "na-de-export", title: "Na de export" };
    expect((await house.admin("tags", { json, headers })).status).toBe(201);
  });

  test("is for owners alone, and the audit says who took it", async () => {
    for (const role of ["editor", "moderator", "coordinator"])
      expect((await as((await tokenOf(role)).token, "export")).status).toBe(403);
    const owner = await tokenOf("owner");
    const answer = await as(owner.token, "export");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+\.json"$/u);
    await answer.text();
    const { items } = await readJson<{ items: Row[] }>(house.admin("audit?limit=1"));
    expect(items[0]).toMatchObject({ adminId: owner.id, act: "export" });
  });
});
