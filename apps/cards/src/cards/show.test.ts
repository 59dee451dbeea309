import { readFileSync } from "node:fs";
import { pngOf } from "@ontsecretaressen/testing/draw-picture";
import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true, edge: true });
});

afterAll(() => house.stop());

const ARTICLE = "/wat-is-intervisie/";

const budgets: { roundTrips: Record<string, number> } = JSON.parse(
  readFileSync(new URL("../../../../infra/budgets.json", import.meta.url), "utf8"),
);

type Text = { id: string; version: number };

async function publish(slug: string, title: string): Promise<Text> {
  const json = { slug, title, body: "Tekst.", author: "redactie" };
  const { id } = await readJson<Text>(house.admin("articles", { json }));
  await house.admin(`articles/${id}/publish`, { method: "POST" });
  return readJson<Text>(house.admin(`articles/${id}`));
}

async function save({ id, version }: Text, json: object): Promise<void> {
  const headers = { "if-match": String(version) };
  expect((await house.admin(`articles/${id}`, { method: "PUT", json, headers })).status).toBe(200);
}

/** The picture that a page shows where it is shared, as a path. */
async function sharedBy(path: string): Promise<string> {
  const html = await (await house.fetch(path)).text();
  const [, address = ""] = /<meta property="og:image" content="([^"]*)"\/>/u.exec(html) ?? [];
  return address.replace(house.url, "");
}

/** The size that a PNG says it has, once it is one from its first byte to its last. */
function sizeOf(bytes: ArrayBuffer): [number, number] {
  const text = Buffer.from(bytes).toString("latin1");
  expect([text.slice(1, 4), text.slice(12, 16), text.slice(-8, -4)]).toEqual(["PNG", "IHDR", "IEND"]);
  const view = new DataView(bytes);
  return [view.getUint32(16), view.getUint32(20)];
}

async function expectCard(path: string): Promise<ArrayBuffer> {
  const answer = await house.fetch(path);
  expect([path, answer.status, answer.headers.get("content-type")]).toEqual([path, 200, "image/png"]);
  const bytes = await answer.arrayBuffer();
  expect(sizeOf(bytes)).toEqual([1200, 630]);
  // WhatsApp shows no picture that is heavier than this.
  expect(bytes.byteLength).toBeLessThan(300_000);
  return bytes;
}

describe("an article without a picture", () => {
  test("is shared with a drawn one of 1200 by 630, which its page says", async () => {
    const html = await (await house.fetch(ARTICLE)).text();
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>');
    expect(html).toContain('<meta property="og:image:width" content="1200"/>');
    expect(html).toContain('<meta property="og:image:height" content="630"/>');
    const path = await sharedBy(ARTICLE);
    expect(path).toMatch(new RegExp(`^${ARTICLE}deel-[0-9a-z]{1,7}\\.png$`, "u"));
    await expectCard(path);
  });

  test("costs one round trip and is then kept for a year, by the edge and by who asked", async () => {
    await publish("een-keer", "Een keer");
    const path = await sharedBy("/een-keer/");
    const first = await house.roundTrips(() => house.fetch(path));
    expect(first.trips).toEqual({ cards: budgets.roundTrips["/{slug}/deel-{hash}.png"] });
    expect(first.answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const second = await house.roundTrips(() => house.fetch(path));
    expect([second.answer.headers.get("cf-cache-status"), second.trips]).toEqual(["HIT", {}]);
  });

  test("is drawn the same each time, to the byte", async () => {
    const path = await sharedBy(ARTICLE);
    const pastTheEdge = async () =>
      (await house.fetch(path, { headers: { authorization: "Bearer x" } })).arrayBuffer();
    const [one, two] = [await pastTheEdge(), await pastTheEdge()];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});

test("an article with a picture of its own is shared with that, and a page with none", async () => {
  const article = await publish("met-beeld", "Met beeld");
  const media = await readJson<{ id: string }>(
    house.admin("media?alt=Steen", { method: "POST", body: pngOf(90, 60, () => [9, 90, 90]) }),
  );
  await save(article, { slug: "met-beeld", title: "Met beeld", body: "Tekst.", picture: media.id });
  expect(await sharedBy("/met-beeld/")).toMatch(new RegExp(`^/media/${media.id}/\\d+\\.jpg$`, "u"));
  expect(await sharedBy("/over-ons/")).toBe("");
});

describe("a card is drawn only for what can be read", () => {
  test.for([
    "/nergens/deel-1a2b3c.png",
    "/over-ons/deel-1a2b3c.png",
    "/nog-te-schrijven/deel-1a2b3c.png",
    "/media/deel-1a2b3c.png",
    `${ARTICLE}deel-.png`,
    `${ARTICLE}deel-%3Csvg%3E.png`,
    `${ARTICLE}deel-1a2b3c.png.svg`,
  ])("%s is 404", async (path) => {
    await house.admin("articles", { json: { slug: "nog-te-schrijven", title: "Geheim", body: "Tekst" } });
    const answer = await house.fetch(path);
    expect([path, answer.status]).toEqual([path, 404]);
  });

  test("an address that the article never had draws nothing, and leads to the one that it has", async () => {
    const answer = await house.fetch(`${ARTICLE}deel-verzonnen.png`);
    expect([answer.status, answer.headers.get("location"), answer.headers.get("cache-control")]).toEqual([
      302,
      await sharedBy(ARTICLE),
      "no-store",
    ]);
  });

  test("an article that is withdrawn takes its card along, from the edge too", async () => {
    const { id } = await publish("even-maar", "Even maar");
    const path = await sharedBy("/even-maar/");
    await expectCard(path);
    await house.admin(`articles/${id}/unpublish`, { method: "POST" });
    expect((await house.fetch(path)).status).toBe(404);
  });
});

describe("when what stands on a card changes, so does its address", () => {
  test("with another title, and the old address leads to the new one", async () => {
    const article = await publish("met-titel", "Eerste titel");
    const before = await sharedBy("/met-titel/");
    const old = await expectCard(before);
    await save(article, { slug: "met-titel", title: "Tweede titel", body: "Tekst." });
    const after = await sharedBy("/met-titel/");
    expect(after).not.toBe(before);
    expect(Buffer.from(await expectCard(after)).equals(Buffer.from(old))).toBe(false);
    expect((await house.fetch(before)).headers.get("location")).toBe(after);
  });

  test("with another name of its category", async () => {
    const { items } = await readJson<{ items: { id: string; slug: string; version: number }[] }>(
      house.admin("categories"),
    );
    const [, slug = ""] =
      /href="\/categorie\/([a-z0-9-]+)\//u.exec(await (await house.fetch(ARTICLE)).text()) ?? [];
    const found = items.find((one) => one.slug === slug);
    const before = await sharedBy(ARTICLE);
    await house.admin(`categories/${found?.id}`, {
      method: "PUT",
      json: { slug, title: "Anders genoemd" },
      headers: { "if-match": String(found?.version) },
    });
    const after = await sharedBy(ARTICLE);
    expect(after).not.toBe(before);
    await expectCard(after);
  });

  test("with another place of the article", async () => {
    const article = await publish("hier", "Verhuisd");
    const before = await sharedBy("/hier/");
    await save(article, { slug: "daar", title: "Verhuisd", body: "Tekst." });
    expect((await house.fetch(before)).headers.get("location")).toBe(await sharedBy("/daar/"));
  });
});

test.for([
  ["quotes and elements", `"><script>alert('x')</script> & <image href="file:///etc/passwd"/> ]]> &lt;`],
  ["letters that the font has not", "😀👩🏽‍💻 שלום مرحبا 日本語 \u202egekeerd"],
  ["nothing that can be drawn", "😀 שלום"],
  ["300 letters", "Iedereen weet dat de agenda van de directeur voorgaat. ".repeat(6).slice(0, 300)],
  ["one endless word", "Hottentottententententoonstelling".repeat(9)],
  ["marks that say how to write", "\u0007\u200b\u00ad\ufeff"],
] as const)("a title with %s is drawn as text, and nothing breaks", async ([name, title]) => {
  const slug = `vreemd-${name.replaceAll(" ", "-").toLowerCase()}`;
  const { id } = await publish(slug, "Gewoon");
  await house.sql.execute({ sql: "update articles set title = ? where id = ?", args: [title, id] });
  const answer = await house.fetch(`/${slug}/deel-x.png`);
  expect(answer.status).toBe(302);
  await expectCard(answer.headers.get("location") ?? "");
});

test("while the database is stopped a card is a calm 503 that nobody keeps", async () => {
  await house.stopDatabase();
  const answer = await house.fetch(`${ARTICLE}deel-x.png`);
  await house.startDatabase();
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([503, "no-store"]);
});
