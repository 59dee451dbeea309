import { type Commenters, commentersOf } from "@ontsecretaressen/testing/commenters";
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
    await house.admin(`comments/${noor.id}/reject`, { method: "POST" });
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
