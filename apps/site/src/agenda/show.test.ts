import { readFileSync } from "node:fs";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, expect, test } from "vitest";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true });
  await house.sql.execute(
    "update sessions set state = 'cancelled' where starts_at = (select max(starts_at) from sessions)",
  );
  await house.sql
    .execute(`insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at, ends_at,
      place, address, city, guides, capacity, state, created_at, idempotency_key)
      select 'ses_oud', 'oud', step_id, 'Oude avond', '', '2020-01-01T19:00',
      '2020-01-01T21:00', time_zone, '2020-01-01T18:00:00.000Z', '2020-01-01T20:00:00.000Z', place, address, city, guides,
      capacity, 'planned', created_at, null from sessions limit 1`);
});

afterAll(() => house.stop());

const { roundTrips }: { roundTrips: Record<string, number> } = JSON.parse(
  readFileSync(new URL("../../../../infra/budgets.json", import.meta.url), "utf8"),
);

test("the agenda shows every date ahead by month, what is called off crossed out, in one round trip", async () => {
  const { answer, trips } = await house.roundTrips(() => house.fetch("/agenda/"));
  expect(answer.status).toBe(200);
  expect(trips).toEqual({ site: roundTrips["/agenda/"] });
  const html = await answer.text();
  const { rows } = await house.sql.execute("select slug from sessions where id <> 'ses_oud'");
  for (const slug of rows.map((row) => row["slug"] as string))
    expect(html).toContain(`/inschrijven/${slug}/"`);
  expect(html).toMatch(/<h2>[A-Z][a-z]+ 20\d\d<\/h2><ul class="rows dates">/u);
  expect(html).toMatch(/<li class="off">.*gaat niet door/u);
  expect(html).not.toContain("Oude avond");
  expect(html).toContain('href="/agenda.ics"');
});

test("the calendar has the same dates, in one round trip", async () => {
  const { answer, trips } = await house.roundTrips(() => house.fetch("/agenda.ics"));
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(trips).toEqual({ site: roundTrips["/agenda.ics"] });
  const calendar = await answer.text();
  const { rows } = await house.sql.execute(
    "select (select count(*) from sessions where id <> 'ses_oud') + (select count(*) from meetings) as n",
  );
  expect(calendar.match(/^BEGIN:VEVENT\r$/gmu)).toHaveLength(Number(rows[0]?.["n"]));
  // The last session is a series of six.
  expect(calendar.match(/^STATUS:CANCELLED\r$/gmu)).toHaveLength(6);
  const again = await house.fetch("/agenda.ics", {
    headers: { "if-none-match": answer.headers.get("etag") ?? "" },
  });
  expect(again.status).toBe(304);
});

test("without a session the agenda says so, calmly", async () => {
  await house.sql.execute("update sessions set starts_at = '2020-01-01T18:00:00.000Z'");
  const html = await (await house.fetch("/agenda/")).text();
  expect(html).toContain("Er staan nu geen data");
  expect(html).not.toContain('class="rows');
});
