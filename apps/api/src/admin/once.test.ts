import { pngOf } from "@ontsecretaressen/testing/draw-picture";
import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

const post = (room: string, key: string, json: object) =>
  house.admin(room, { json, headers: { "idempotency-key": key } });

const codeOf = async (answer: Response) => [
  answer.status,
  (await readJson<{ error: { code: string } }>(answer)).error.code,
];

async function count(table: string): Promise<number> {
  const { rows } = await house.sql.execute(`select count(*) as n from ${table}`);
  return Number(rows[0]?.["n"]);
}

const text = (slug: string) => ({ slug, title: `Over ${slug}`, body: "Tekst.", author: "redactie" });
const session = (slug: string) => ({
  slug,
  step: "rondetafel",
  title: "Rondetafel",
  startsLocal: "2030-03-01T14:00",
  endsLocal: "2030-03-01T16:00",
  place: "Ons huis",
  capacity: 8,
});

describe.for([
  ["articles", "articles", text],
  ["pages", "articles", text],
  ["authors", "authors", (slug: string) => ({ slug, name: slug })],
  ["categories", "categories", (slug: string) => ({ slug, title: slug })],
  ["tags", "tags", (slug: string) => ({ slug, title: slug })],
  ["redirects", "redirects", (from: string) => ({ from, to: "over-ons" })],
  ["sessions", "sessions", session],
] as const)("what is made among the %s", ([room, table, draft]) => {
  test("under a key is made once, and the same request again gets the same answer", async () => {
    const before = await count(table);
    const first = await post(room, `k-${room}`, draft(`eerst-${room}`));
    const again = await post(room, `k-${room}`, draft(`eerst-${room}`));
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    expect(await again.text()).toBe(await first.text());
    expect(await count(table)).toBe(before + 1);
  });

  test("is not mixed up with something else under its key: that is refused, and nothing is kept", async () => {
    await post(room, `a-${room}`, draft(`een-${room}`));
    const before = await count(table);
    const other = await post(room, `a-${room}`, draft(`ander-${room}`));
    expect(await codeOf(other)).toEqual([422, "key_reused"]);
    expect(await count(table)).toBe(before);
  });

  test("by many at the same moment under one key is made once: others get it too, or are refused", async () => {
    const before = await count(table);
    const same = Array.from({ length: 4 }, () => post(room, `m-${room}`, draft(`samen-${room}`)));
    const other = Array.from({ length: 3 }, (_, turn) =>
      post(room, `m-${room}`, draft(`los-${turn}-${room}`)),
    );
    const statuses = (await Promise.all([...same, ...other])).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 201 && status !== 422)).toEqual([]);
    expect(statuses).toContain(201);
    expect(await count(table)).toBe(before + 1);
  });
});

describe("a secret that is made under a key", () => {
  const token = { name: "Eén keer", roles: ["editor"] };

  test("is made and shown once; the same request again is told so, also by many at once", async () => {
    const before = await count("admin_tokens");
    const answers = await Promise.all(Array.from({ length: 5 }, () => post("tokens", "sleutel", token)));
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 201))
      expect(await codeOf(answer)).toEqual([409, "already_made"]);
    expect(await count("admin_tokens")).toBe(before + 1);
    expect(await codeOf(await post("tokens", "sleutel", { ...token, name: "Ander" }))).toEqual([
      422,
      "key_reused",
    ]);
  });

  test("stands nowhere: not in the answer to who asks again, and not in the database", async () => {
    const { token: secret } = await readJson<{ token: string }>(post("tokens", "geheim", token));
    expect(await (await post("tokens", "geheim", token)).text()).not.toContain(secret);
    const { rows } = await house.sql.execute("select * from audit");
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain("geheim");
  });

  test("is so for a sign-in and for the link of a preview", async () => {
    const before = await count("admin_tokens");
    expect((await post("sign-ins", "inloggen", {})).status).toBe(201);
    expect(await codeOf(await post("sign-ins", "inloggen", {}))).toEqual([409, "already_made"]);
    expect(await count("admin_tokens")).toBe(before + 1);

    const { id } = await readJson<{ id: string }>(house.admin("articles", { json: text("met-voorbeeld") }));
    expect((await post(`articles/${id}/preview-link`, "link", {})).status).toBe(201);
    expect(await codeOf(await post(`articles/${id}/preview-link`, "link", {}))).toEqual([
      409,
      "already_made",
    ]);
    expect(await count("previews")).toBe(1);
  });
});

describe("a key", () => {
  const author = (slug: string) => ({ slug, name: "Iemand" });

  test("of a request that was refused is still free", async () => {
    expect((await post("authors", "vrij", author("redactie"))).status).toBe(409);
    expect((await post("authors", "vrij", author("vrij-adres"))).status).toBe(201);
  });

  test("of one organiser is not that of another", async () => {
    const { token } = await readJson<{ token: string }>(
      house.admin("tokens", { json: { name: "Ander", roles: ["editor"] } }),
    );
    expect((await post("authors", "ieders", author("van-een"))).status).toBe(201);
    const headers = { "idempotency-key": "ieders", authorization: `Bearer ${token}` };
    const answer = await house.fetch("/api/admin/authors", { json: author("van-ander"), headers });
    expect(answer.status).toBe(201);
  });

  test("that made something is no key for something of another kind", async () => {
    expect((await post("authors", "soort", author("soort"))).status).toBe(201);
    expect(await codeOf(await post("tags", "soort", { slug: "soort", title: "Soort" }))).toEqual([
      422,
      "key_reused",
    ]);
  });

  test("of a save is refused with another text, so that this one isn't lost as if it were kept", async () => {
    const { id } = await readJson<{ id: string }>(house.admin("articles", { json: text("bewaard") }));
    const save = (title: string) =>
      house.admin(`articles/${id}`, {
        method: "PUT",
        json: { ...text("bewaard"), title },
        headers: { "if-match": '"1"', "idempotency-key": "bewaar" },
      });
    const first = await save("De eerste");
    expect(first.status).toBe(200);
    const again = await save("De eerste");
    expect([again.status, await again.text()]).toEqual([200, await first.text()]);
    expect(await codeOf(await save("De tweede"))).toEqual([422, "key_reused"]);
  });

  test("is forgotten after a day, and not before", async () => {
    expect((await post("authors", "gisteren", author("van-gisteren"))).status).toBe(201);
    await house.cron("api", "17 3 * * *");
    expect((await post("authors", "gisteren", author("van-vandaag"))).status).toBe(422);
    await house.sql.execute("update audit set at = '2026-01-01T00:00:00.000Z' where act = 'authors.create'");
    await house.cron("api", "17 3 * * *");
    expect((await post("authors", "gisteren", author("van-vandaag"))).status).toBe(201);
  });

  test("makes a picture once, and a document is taken in once", async () => {
    const send = (colour: number) => {
      const form = new FormData();
      form.set("file", new Blob([pngOf(40, 40, () => [colour, 0, 0])], { type: "image/png" }), "foto.png");
      form.set("alt", "Een vlak");
      return house.admin("media", { method: "POST", body: form, headers: { "idempotency-key": "beeld" } });
    };
    const before = await count("media");
    const [first, again] = [await send(10), await send(10)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.text()).toBe(await first.text());
    expect(await codeOf(await send(200))).toEqual([422, "key_reused"]);
    expect(await count("media")).toBe(before + 1);

    const document = (slug: string) => ({ tags: [{ slug, title: slug }] });
    const took = await post("import", "document", document("ingevoerd"));
    expect(await (await post("import", "document", document("ingevoerd"))).text()).toBe(await took.text());
    expect(await codeOf(await post("import", "document", document("anders")))).toEqual([422, "key_reused"]);
    expect(await count("tags where slug in ('ingevoerd', 'anders')")).toBe(1);
  });
});
