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

test("of a series that has begun the agenda shows what is to come, for who is in it, and no other page sells it", async () => {
  const title = "Intervisie die loopt";
  await house.sql.batch(
    [
      `insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at, ends_at,
          place, address, city, guides, capacity, state, created_at)
        select 'ses_loopt', 'loopt', step_id, '${title}', '', '2020-01-15T19:00', '2020-01-15T21:00', time_zone,
          '2020-01-15T18:00:00.000Z', '2020-01-15T20:00:00.000Z', place, address, 'Assen', guides, 9, 'planned', created_at
        from sessions where id = 'ses_oud'`,
      `insert into meetings values
        ('ses_loopt', 2, '2020-02-15T19:00', '2020-02-15T21:00', '2020-02-15T18:00:00.000Z', '2020-02-15T20:00:00.000Z'),
        ('ses_loopt', 3, '2090-02-15T19:00', '2090-02-15T21:00', '2090-02-15T18:00:00.000Z', '2090-02-15T20:00:00.000Z'),
        ('ses_loopt', 4, '2091-02-15T19:00', '2091-02-15T21:00', '2091-02-15T18:00:00.000Z', '2091-02-15T20:00:00.000Z')`,
    ],
    "write",
  );
  const { answer, trips } = await house.roundTrips(() => house.fetch("/agenda/?"));
  expect(trips).toEqual({ site: roundTrips["/agenda/"] });
  const html = await answer.text();
  const rows = html.split("<h2>").filter((month) => month.includes(title));
  expect(rows.map((month) => month.slice(0, month.indexOf("<")))).toEqual(["Februari 2090", "Februari 2091"]);
  expect(rows[0]).toMatch(
    /15 februari 2090, .*Assen, keer 3 van 4, <span class="nb">voor wie al meedoet<\/span><\/p>/u,
  );
  expect(rows[1]).toMatch(/keer 4 van 4, <span class="nb">voor wie al meedoet/u);
  expect(html).not.toMatch(/\b2020\b/u);
  for (const path of ["/", "/programma/"])
    expect(await (await house.fetch(path)).text()).not.toContain(title);
});

test("the calendar has the same dates, in one round trip", async () => {
  const { answer, trips } = await house.roundTrips(() => house.fetch("/agenda.ics"));
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(trips).toEqual({ site: roundTrips["/agenda.ics"] });
  const calendar = await answer.text();
  const { rows } = await house.sql.execute(
    "select (select count(*) from sessions where starts_at > '2021') + (select count(*) from meetings where starts_at > '2021') as n",
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
  await house.sql.execute("delete from meetings");
  await house.sql.execute("update sessions set starts_at = '2020-01-01T18:00:00.000Z'");
  const html = await (await house.fetch("/agenda/")).text();
  expect(html).toContain("Er staan nu geen data");
  expect(html).not.toContain('class="rows');
});
