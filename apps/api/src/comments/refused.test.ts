import { type Commenters, commentersOf } from "@ontsecretaressen/testing/commenters";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";
const MOVED = "waarom-zij-niet-bestaat";

let house: House;
let people: Commenters;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = commentersOf(house, SLUG);
});

afterAll(() => house.stop());

const comment = (change: Record<string, string> = {}) => ({
  article: SLUG,
  name: "Noor",
  email: `noor-${(turn += 1)}@voorbeeld.nl`,
  body: `Wat ik schreef, ${turn}.`,
  key: `key-${turn}`,
  ...change,
});

/** The fields of the form on a page, as a browser would send them once more. */
function fieldsOf(html: string): Record<string, string> {
  const form = /<form method="post" action="\/api\/comments"[\s\S]*?<\/form>/u.exec(html)?.[0] ?? "";
  const inputs = [...form.matchAll(/<input([^>]*)>/gu)].map(([, marks = ""]) => [
    / name="([^"]*)"/u.exec(marks)?.[1] ?? "",
    / value="([^"]*)"/u.exec(marks)?.[1] ?? "",
  ]);
  const body = /<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/u.exec(form)?.[1] ?? "";
  const fields = Object.fromEntries(inputs.filter(([name]) => name !== "notify"));
  return { ...fields, body };
}

/** Calls the article by another slug, as an organiser does. */
async function move(from: string, to: string): Promise<void> {
  await house.sql.execute({ sql: "update articles set slug = ? where slug = ?", args: [to, from] });
}

describe("a comment that can't be kept as it is", () => {
  test("because what it answers is gone comes back as a comment of its own, and is kept when it is sent again", async () => {
    const parent = await people.come();
    await people.approve(parent.id);
    await house.post(`/mijn/reacties/${parent.id}/weg/`, {}, { headers: parent.headers });
    const typed = comment({ parent: parent.id });
    const refused = await house.post("/api/comments", typed);
    const html = await refused.text();
    expect(refused.status).toBe(404);
    expect(html).toContain("De reactie waarop je antwoordt staat niet meer op de site.");
    const again = fieldsOf(html);
    expect(again).toMatchObject({ body: typed.body, name: typed.name, email: typed.email });
    const kept = await house.post("/api/comments", again);
    expect([kept.status, kept.headers.get("location")]).toEqual([303, `/${SLUG}/?reactie=mail#reageer`]);
  });

  test("because what it answers stands under another article comes back without it", async () => {
    const parent = await people.come();
    await people.approve(parent.id);
    const other = await house.admin("articles?limit=20");
    const { items } = await readJson<{ items: { slug: string; state: string; kind: string }[] }>(other);
    const article = items.find(({ slug, state }) => slug !== SLUG && state === "published")?.slug ?? "";
    const refused = await house.post("/api/comments", comment({ article, parent: parent.id }));
    const again = fieldsOf(await refused.text());
    expect(again).not.toHaveProperty("parent");
    expect(again["article"]).toBe(article);
  });

  test("because its article was taken off the site says so, with what was typed", async () => {
    const refused = await house.post("/api/comments", comment({ article: "weg", body: "Bewaar mij." }));
    const html = await refused.text();
    expect(refused.status).toBe(404);
    for (const text of ["Dit artikel staat niet meer op de site", "Bewaar mij."])
      expect(html).toContain(text);
  });
});

describe("a form that was open while its article moved", () => {
  test("is kept under the article where it stands now, and leads there", async () => {
    const known = await people.come();
    await people.approve(known.id);
    await move(SLUG, MOVED);
    const stranger = await house.roundTrips(() => house.post("/api/comments", comment()));
    expect(stranger.answer.headers.get("location")).toBe(`/${MOVED}/?reactie=mail#reageer`);
    expect(stranger.trips["api"]).toBe(2);
    const own = comment({ email: known.email, body: "Staat er meteen." });
    const send = () => readJson(house.fetch("/api/comments", { json: own, headers: known.headers }));
    for (const sent of [await send(), await send()])
      expect(sent).toMatchObject({ article: MOVED, state: "visible" });
    expect(await (await house.fetch(`/${MOVED}/`)).text()).toContain("Staat er meteen.");
    await move(MOVED, SLUG);
  });
});

describe("a form that was not read", () => {
  const send = (body: string, headers: Record<string, string>) =>
    house.fetch("/api/comments", {
      method: "POST",
      body,
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "text/html", ...headers },
    });

  test("because it is too long tells how long a comment may be, and how to get back to it", async () => {
    const refused = await send(`body=${"a".repeat(65_536)}`, { origin: house.url });
    const html = await refused.text();
    expect(refused.status).toBe(413);
    for (const text of ["Een reactie mag 5000 tekens lang zijn.", "met de knop van je browser"])
      expect(html).toContain(text);
  });

  test("because it came from another site shows nothing of it", async () => {
    const refused = await send("body=Van+elders&name=Vreemd", { origin: "https://elders.example" });
    const html = await refused.text();
    expect(refused.status).toBe(403);
    expect(html).not.toMatch(/Van elders|Vreemd|<form/u);
    expect(html).toContain("Ga terug met de knop van je browser");
  });
});
