import { keyedHash } from "@ontsecretaressen/db/hash";
import { claimEnd, makeClaim } from "@ontsecretaressen/domain/claim";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SECRET = "het geheim van deze test";

let house: House;

/** Somebody who was at something that has been. */
async function come(name: string): Promise<void> {
  await house.sql.batch(
    [
      `insert into people (id, email_key, email, name, created_at)
        values ('per_${name}', '${name}', '${name}@voorbeeld.nl', '${name}', '2026-01-01')`,
      `insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at, submission,
          consented_at, signed_up_at, confirmed_at)
        values ('sgn_${name}', 'ses_was', 'per_${name}', 'sgn_${name}', '${name}', '${name}@voorbeeld.nl', '', '', '', 'confirmed',
          '', '${name}', '2026-01-01', '2026-01-01', '2026-01-01')`,
      `insert into attendances values ('sgn_${name}', 1, '2026-01-14', 'tok')`,
    ],
    "write",
  );
}

beforeAll(async () => {
  house = await startHouse({ content: true, bindings: { SIGNING_SECRET: SECRET } });
  await house.sql
    .execute(`insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at, ends_at, place,
      address, city, guides, capacity, state, created_at)
    select 'ses_was', 'was', id, 'Rondetafel', '', '2026-01-14T19:00', '2026-01-14T21:00', 'Europe/Amsterdam',
      '2026-01-14T18:00:00.000Z', '2026-01-14T20:00:00.000Z', 'De Zaal', '', 'Utrecht', '', 9, 'planned', '2026-01-01'
    from steps where slug = 'rondetafel'`);
  for (const name of ["noor", "bo"]) await come(name);
});

afterAll(() => house.stop());

const claimOf = (name: string) =>
  makeClaim((asked, text) => keyedHash(SECRET, `${asked}:${text}`), {
    purpose: "person",
    id: `per_${name}`,
    version: 1,
    until: claimEnd(new Date()),
  });

type Links = { calendar: string; proof: string; fields: Record<string, string>[] };

/** The two links on somebody's own page, and what the buttons below them send. */
async function linksOn(path: string, headers: Record<string, string> = {}): Promise<Links> {
  const html = await (await house.fetch(path, { headers })).text();
  const forms = html.split('action="/mijn/nieuwe-link/"').slice(1);
  const fields = forms.map((form) =>
    Object.fromEntries(
      [...(form.split("</form>")[0] ?? "").matchAll(/name="(\w+)" value="([^"]*)"/gu)].map(
        ([, name = "", value = ""]) => [name, value],
      ),
    ),
  );
  const calendar = new URL(/webcal:(\/\/[^"]+)/u.exec(html)?.[1] ?? "", "http://x").pathname;
  return { calendar, proof: /\/bewijs\/[^"]+/u.exec(html)?.[0] ?? "", fields };
}

const statusOf = async (path: string) => (await house.fetch(path)).status;

describe("a new link", () => {
  test("to her calendar ends the old one, and a second press ends no newer one", async () => {
    const mine = `/mijn/${await claimOf("noor")}`;
    const { calendar, proof, fields } = await linksOn(mine);
    const button = fields.find(({ signup }) => signup === undefined) ?? {};
    for (const _ of [1, 2]) {
      const answer = await house.post("/mijn/nieuwe-link/", button);
      expect([answer.status, answer.headers.get("location")]).toEqual([303, `${mine}?nieuw`]);
    }
    expect(await (await house.fetch(`${mine}?nieuw`)).text()).toContain("Je hebt een nieuwe link.");
    const now = await linksOn(mine);
    expect([await statusOf(calendar), await statusOf(now.calendar)]).toEqual([410, 200]);
    expect([now.proof, await statusOf(proof)]).toEqual([proof, 200]);
  });

  test("to the proof that she was there ends the old one, for a browser that is known as hers", async () => {
    const known = await house.post(`/mijn/${await claimOf("noor")}`, {});
    const cookie = known.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
    const { proof, fields } = await linksOn("/mijn/", { cookie });
    const button = fields.find(({ signup }) => signup !== undefined) ?? {};
    expect(button["by"]).toBeUndefined();
    const answer = await house.post("/mijn/nieuwe-link/", button, { headers: { cookie } });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/mijn/?nieuw"]);
    const now = await linksOn("/mijn/", { cookie });
    expect([await statusOf(proof), await statusOf(now.proof)]).toEqual([410, 200]);
    expect(await (await house.fetch(proof, { headers: { accept: "text/html" } })).text()).toContain(
      "Deze link werkt niet meer",
    );
  });

  test("is made by nobody else, and never by looking", async () => {
    const { calendar, proof, fields } = await linksOn(`/mijn/${await claimOf("noor")}`);
    const strange = { by: await claimOf("bo") };
    for (const [status, button] of [
      [410, { ...fields[0], by: "" }],
      [410, { ...fields[0], by: "per_noor.1.zzzzzz" }],
      [410, { by: strange.by }],
      [410, { ...strange, signup: "sgn_noor", version: "1" }],
      [303, { ...strange, version: "2" }],
    ] as const)
      expect((await house.post("/mijn/nieuwe-link/", button)).status).toBe(status);
    expect(await statusOf("/mijn/nieuwe-link/")).toBe(405);
    expect([await statusOf(calendar), await statusOf(proof)]).toEqual([200, 200]);
  });

  test("is there in the emails from then on", async () => {
    await house.sql
      .execute(`insert into emails (id, kind, to_address, signup_id, meeting, state, attempts, due_at, created_at)
      values ('eml_dank', 'session_thanks', 'noor@voorbeeld.nl', 'sgn_noor', 1, 'waiting', 0, '2026-01-15', '2026-01-15')`);
    await house.cron("mailer");
    const mail = await house.waitForMail(({ to }) => to.includes("noor@voorbeeld.nl"));
    const { proof } = await linksOn(`/mijn/${await claimOf("noor")}`);
    expect(mail.text).toContain(proof);
  });
});
