import { clearOf } from "@ontsecretaressen/testing/clear-of";
import { readFileSync } from "node:fs";
import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const budgets: { roundTrips: Record<string, number> } = JSON.parse(
  readFileSync(new URL("../../../../infra/budgets.json", import.meta.url), "utf8"),
);

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

const fresh = () => `wens-${people.fresh()}@voorbeeld.nl`;

const ask = (change: Record<string, string>) =>
  house.post("/api/wishes", { step: "workshops", name: "Ilse", key: `k${people.fresh()}`, ...change });

async function wishOf(email: string) {
  const { rows } = await house.sql.execute({
    sql: `select n.slug as step, w.proved_at is not null as proved, w.told_at is not null as told,
      (select count(*) from emails e where e.person_id = p.id and e.kind = 'wish_confirm') as mails
      from wishes w join people p on p.id = w.person_id join steps n on n.id = w.step_id where p.email = ?`,
    args: [email],
  });
  return JSON.parse(JSON.stringify(rows));
}

describe("who wants to hear of a step", () => {
  test("is noted in one round trip, and counts once she pressed the button in her email, which a scanner can't", async () => {
    const email = fresh();
    const { answer, trips } = await house.roundTrips(() => ask({ email }));
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      "/programma/workshops/?wens=ontvangen#laat-weten",
    ]);
    expect(trips["api"]).toBe(budgets.roundTrips["POST /api/wishes"]);
    const html = await (await house.fetch("/programma/workshops/?wens=ontvangen")).text();
    expect(html).toContain("Kijk nu in je mail");
    const link = await people.linkTo(email);
    const opened = await house.fetch(link);
    expect(await opened.text()).toContain("Ja, laat het me weten");
    expect(opened.headers.get("x-robots-tag")).toBe("noindex");
    expect(await wishOf(email)).toEqual([{ step: "workshops", proved: 0, told: 0, mails: 1 }]);
    for (const _ of [1, 2]) expect((await house.post(link, {})).status).toBe(303);
    expect(await (await house.fetch(link)).text()).toContain("Je hoort van ons");
    expect(await wishOf(email)).toEqual([{ step: "workshops", proved: 1, told: 0, mails: 1 }]);
  });

  test("gets the same answer when she asked before, and no second email within minutes", async () => {
    const email = fresh();
    const [first, again] = [await ask({ email }), await ask({ email: email.toUpperCase() })];
    expect([again.status, again.headers.get("location")]).toEqual([
      first.status,
      first.headers.get("location"),
    ]);
    expect(await wishOf(email)).toMatchObject([{ mails: 1 }]);
  });

  test("who was told before is asked anew whether it is she, and nobody else's typing takes a wish away", async () => {
    const email = fresh();
    await ask({ email });
    await house.post(await people.linkTo(email), {});
    await ask({ email });
    expect(await wishOf(email)).toMatchObject([{ proved: 1, told: 0 }]);
    await house.sql.execute("update wishes set told_at = '2026-11-01T00:00:00.000Z'");
    await ask({ email });
    expect(await wishOf(email)).toMatchObject([{ proved: 0, told: 0 }]);
  });

  test("is told what to mend, with all that she typed", async () => {
    const answer = await ask({ email: "half@", name: "Ilse <b>" });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="half@"');
    expect(html).toContain('value="Ilse &lt;b&gt;"');
    expect(html).toContain("Dit adres klopt nog niet.");
    expect((await ask({ email: fresh(), step: "nergens" })).status).toBe(404);
  });

  test("gets no more than three of these emails an hour, whoever types her address", async () => {
    await clearOf(3600);
    const email = fresh();
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await ask({ email })).status);
    expect(statuses).toEqual([303, 303, 303, 429]);
  });

  test("holds a link that is nobody else's: of another purpose, past or tampered with it opens nothing", async () => {
    const email = fresh();
    await ask({ email });
    const link = await people.linkTo(email);
    const [id = "", version = "", until = "", mark = ""] = link.replace("/bevestig/", "").split(".");
    for (const path of [
      `/mijn/${id}.${version}.${until}.${mark}`,
      `/bevestig/${id}.${version}.${until}.${mark.slice(1)}0`,
      `/bevestig/${id}.2.${until}.${mark}`,
      `/bevestig/${id.replace("wsh", "sgn")}.${version}.${until}.${mark}`,
    ])
      expect([path, (await house.fetch(path)).status]).toEqual([path, 410]);
    expect(await wishOf(email)).toMatchObject([{ proved: 0 }]);
  });
});
