import { type Commenters, commentersOf } from "@ontsecretaressen/testing/commenters";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let people: Commenters;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = commentersOf(house, SLUG);
});

afterAll(() => house.stop());

const notify = true;

const told = (email: string) =>
  people.count("emails where kind = 'comment_answered' and to_address = ?", email);

/** Somebody else says something that comes on the site. */
async function said(): Promise<void> {
  await people.approve((await people.come({ body: `Nieuws ${(turn += 1)}.` })).id);
}

/** Presses the button that stops the conversation's mail, as her own page leads to it. */
async function stop(headers: Record<string, string>): Promise<void> {
  const page = await (await house.fetch("/mijn/", { headers })).text();
  const path = /\/afmelden\/[\w.]+/u.exec(page)?.[0] ?? "";
  expect((await house.post(path, { pace: "never" })).status).toBe(303);
}

describe("a comment that an organiser placed before its address was proved", () => {
  const path = async (email: string) => {
    // The mail that her comment was placed may come before it.
    const mail = await house.waitForMail(
      ({ to, text }) => to.includes(email) && (text ?? "").includes("/bevestig/"),
    );
    return /\/bevestig\/[\w-]+/u.exec(mail.text ?? "")?.[0] ?? "";
  };

  test("can still be proved: its link has the button, which makes it hers, and the box that was ticked counts", async () => {
    const email = "later@voorbeeld.nl";
    const json = { article: SLUG, name: "Noor", email, body: "Eerst geplaatst.", key: "later", notify };
    const { id } = await readJson<{ id: string }>(house.fetch("/api/comments", { json }));
    await people.approve(id);
    const link = await path(email);
    const opened = await (await house.fetch(link)).text();
    expect([opened.includes("<button"), opened.includes("Hij staat op de site.")]).toEqual([true, true]);
    const pressed = await house.post(link, {});
    const cookie = (pressed.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
    expect(await people.row(id)).toMatchObject({ state: "visible", proved_at: expect.any(String) });
    const mine = await (await house.fetch("/mijn/", { headers: { cookie } })).text();
    expect(mine).toContain("Eerst geplaatst.");
    await said();
    expect(await told(email)).toBe(1);
    expect(await (await house.fetch(link)).text()).not.toContain("<button");
    await stop({ cookie });
    // What still waited is taken back by the stop.
    const before = await told(email);
    await house.post(link, {});
    await said();
    expect(await told(email)).toBe(before);
  });

  test("that was turned down is not said to go on", async () => {
    const email = "afgewezen@voorbeeld.nl";
    const json = { article: SLUG, name: "Noor", email, body: "Liever niet.", key: "af" };
    const { id } = await readJson<{ id: string }>(house.fetch("/api/comments", { json }));
    await house.admin(`comments/${id}/reject`, { method: "POST" });
    const opened = await (await house.fetch(await path(email))).text();
    expect(opened).not.toContain("Dan gaat je reactie door");
    expect(opened).toContain("<button");
    await house.post(await path(email), {});
    expect(await people.row(id)).toMatchObject({ state: "rejected", proved_at: expect.any(String) });
  });
});

describe("who stopped the mail about a conversation", () => {
  test("gets it again after a new comment with the box ticked, and not without", async () => {
    const noor = await people.come({ notify });
    await people.approve(noor.id);
    await stop(noor.headers);
    await people.approve(await people.say(noor, "Zonder vinkje."));
    await said();
    expect(await told(noor.email)).toBe(0);
    await people.say(noor, "Met vinkje.", { notify });
    await said();
    expect(await told(noor.email)).toBe(1);
  });

  test("doesn't get it again because of what she ticked before, nor because a comment comes back", async () => {
    const noor = await people.come({ notify });
    const waiting = await people.say(noor, "Wacht nog.", { notify });
    await people.approve(noor.id);
    await stop(noor.headers);
    await people.approve(waiting);
    await house.admin(`comments/${noor.id}/reject`, {
      json: { rule: "other", reason: "Zo gaan we hier om." },
    });
    await people.approve(noor.id);
    await said();
    expect(await told(noor.email)).toBe(0);
  });

  test("who begins again is told nothing of what was said in between", async () => {
    const noor = await people.come({ notify });
    await people.approve(noor.id);
    await stop(noor.headers);
    await said();
    await people.say(noor, "Weer erbij.", { notify });
    expect(await house.cron("api", "30 6 * * *")).toBe("ok");
    expect(await people.count("emails where kind = 'comment_digest' and to_address = ?", noor.email)).toBe(0);
  });

  test("finds it on her own page, with the way to change it", async () => {
    const noor = await people.come({ notify });
    await people.approve(noor.id);
    await stop(noor.headers);
    const page = await (await house.fetch("/mijn/", { headers: noor.headers })).text();
    expect(page).toMatch(/geen mail meer\. <a href="\/afmelden\//u);
  });
});
