import { keyedHash } from "@ontsecretaressen/db/hash";
import { claimEnd, type ClaimPurpose, endless, makeClaim } from "@ontsecretaressen/domain/claim";
import { openBrowser } from "@ontsecretaressen/testing/browser";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SECRET = "het geheim van deze test";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true, bindings: { SIGNING_SECRET: SECRET } });
  await house.sql.batch(
    [
      "insert into people (id, email_key, email, name, created_at) values ('per_noor', 'n', 'n@voorbeeld.nl', 'Noor', '2026-01-01')",
      `insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at, ends_at, place,
          address, city, guides, capacity, state, created_at)
        select 'ses_reeks', 'reeks', id, 'Intervisie in Utrecht', '', '2026-01-14T19:00', '2026-01-14T21:00', 'Europe/Amsterdam',
          '2026-01-14T18:00:00.000Z', '2026-01-14T20:00:00.000Z', 'De Zaal', '', 'Utrecht', 'Pauline Schreuder', 9, 'planned',
          '2026-01-01' from steps where slug = 'intervisie'`,
      "insert into meetings values ('ses_reeks', 2, '2026-02-11T19:00', '2026-02-11T21:00', '2026-02-11T18:00:00.000Z', '2026-02-11T20:00:00.000Z')",
      "insert into meetings values ('ses_reeks', 3, '2026-03-11T19:00', '2026-03-11T21:00', '2026-03-11T18:00:00.000Z', '2026-03-11T20:00:00.000Z')",
      `insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at, submission,
          consented_at, signed_up_at, confirmed_at)
        values ('sgn_noor', 'ses_reeks', 'per_noor', 'sgn_noor', 'Noor Bakker', 'n@voorbeeld.nl', '', '', '', 'confirmed', '', 's',
          '2026-01-01', '2026-01-01', '2026-01-01')`,
    ],
    "write",
  );
});

afterAll(() => house.stop());

const claimOf = (purpose: ClaimPurpose, until = endless) =>
  makeClaim((asked, text) => keyedHash(SECRET, `${asked}:${text}`), {
    purpose,
    id: "sgn_noor",
    version: 0,
    until,
  });

const show = async (claim: string) => house.fetch(`/bewijs/${claim}/`, { headers: { accept: "text/html" } });

const attend = (meeting: number) =>
  house.sql.execute(`insert into attendances values ('sgn_noor', ${meeting}, '2026-01-14', 'tok')`);

describe("a certificate", () => {
  test("is there from the moment that its person was there, and no sooner", async () => {
    const claim = await claimOf("certificate");
    expect((await show(claim)).status).toBe(404);
    await attend(1);
    await attend(3);
    const answer = await show(claim);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    for (const words of [
      "<h1>Noor Bakker</h1>",
      "Intervisie in Utrecht",
      "2 van de 3 keer",
      "14 januari 2026 tot en met 11 maart 2026",
      "Pauline Schreuder",
      `${house.url}/bewijs/${claim}/`,
    ])
      expect(html).toContain(words);
    expect(html).not.toContain("voorbeeld.nl");
    expect(answer.headers.get("x-robots-tag")).toBe("noindex");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("is of our making alone: no other claim opens it, and it opens nothing else", async () => {
    const claim = await claimOf("certificate");
    for (const other of [
      await claimOf("seat", claimEnd(new Date())),
      claim.replace("sgn_noor", "sgn_bo"),
      `${claim.slice(0, -1)}${claim.endsWith("0") ? 1 : 0}`,
      claim.slice(0, -10),
    ])
      expect((await show(other)).status).toBe(404);
    expect((await house.fetch(`/bevestig/${claim}`)).status).toBe(410);
  });

  test("reads well for a screen reader and on a phone", async () => {
    const browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(`${house.url}/bewijs/${await claimOf("certificate")}/`);
    const width = await page.evaluate<number>("document.documentElement.scrollWidth");
    expect(width).toBeLessThanOrEqual(320);
    await browser.close();
  });

  test("goes with the person who is erased", async () => {
    await house.sql.execute("update signups set name = '-', email = '' where id = 'sgn_noor'");
    expect((await show(await claimOf("certificate"))).status).toBe(404);
  });
});
