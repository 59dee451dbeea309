import { type Commenters, commentersOf } from "@ontsecretaressen/testing/commenters";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

const everyMorning = "30 6 * * *";

let house: House;
let people: Commenters;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = commentersOf(house, "waarom-de-secretaresse-30-niet-bestaat");
});

afterAll(() => house.stop());

beforeEach(async () => {
  await house.sql.executeMultiple(
    "delete from emails where kind = 'organiser_summary'; update comments set state = 'rejected' where state = 'held'",
  );
});

async function morning(): Promise<string[]> {
  expect(await house.cron("api", everyMorning)).toBe("ok");
  expect(await house.cron("mailer")).toBe("ok");
  const { rows } = await house.sql.execute("select text from emails where kind = 'organiser_summary'");
  return rows.flatMap(({ text }) => (typeof text === "string" ? [text] : []));
}

test("a morning on which nothing waits and nothing happened has no email", async () => {
  expect(await morning()).toEqual([]);
});

test("what waits and what happened since yesterday is told to the organisers, once a day", async () => {
  await people.come();
  await people.come();
  const { items } = await readJson<{ items: { slug: string; title: string }[] }>(house.admin("sessions"));
  const session = items[0];
  await house.sql.execute({
    sql: "update sessions set capacity = 2 where slug = ?",
    args: [session?.slug ?? ""],
  });
  const json = { session: session?.slug, name: "Noor", email: "noor@voorbeeld.nl", consent: true, key: "a" };
  await house.fetch("/api/signups", { json, headers: people.from() });
  await Promise.all([house.cron("api", everyMorning), house.cron("api", everyMorning)]);
  const [text, ...others] = await morning();
  expect(others).toEqual([]);
  expect(text).toContain("Reacties: 2 om te lezen en te plaatsen");
  expect(text).toContain(`Nieuw: 1 aanmelding voor ${session?.title}`);
  expect(text).not.toContain("Meldingen");
  const mail = await house.waitForMail(({ subject }) => subject.includes("vandaag: er wachten 2 dingen"));
  expect(mail.to).toEqual([expect.stringContaining("@")]);
});

test("an email that somebody must decide about is told, one that went is not", async () => {
  await house.sql.executeMultiple(
    "update signups set signed_up_at = '2020-01-01T00:00:00.000Z'; update emails set state = 'failed', problem = 'x' where kind = 'signup_held'",
  );
  const [text] = await morning();
  expect(text).toContain("E-mails: 1 die niet kan gaan");
});

test("an email that somebody decided about already is not told: held back, corrected, let rest or sent once more", async () => {
  const failed = await house.sql.execute("select id from emails where state = 'failed'");
  const id = failed.rows[0]?.["id"] as string;
  const now = new Date().toISOString();
  const like = (name: string, state: string, problem: string | null, of: string | null) => ({
    sql: `insert into emails (id, kind, to_address, signup_id, state, attempts, due_at, created_at, sent_at, problem,
        again_of)
      select ?, kind, to_address, signup_id, ?, 1, ?, ?, ?, ?, ? from emails where id = ?`,
    args: [name, state, now, now, now, problem, of, id],
  });
  await house.sql.batch(
    [
      like("eml_held", "withheld", "taken back", null),
      like("eml_typo", "withheld", "its address was corrected", null),
      like("eml_rest", "expired", "500", null),
      like("eml_again", "delivered", null, id),
    ],
    "write",
  );
  const rest = await house.admin("emails/eml_rest/withhold", { method: "POST" });
  expect(rest.status).toBe(200);
  expect(await readJson(house.admin("emails?asking=yes"))).toEqual({ items: [], next: null });
  expect(await readJson(house.admin("invariants"))).toMatchObject({ broken: [] });
  expect(await morning()).toEqual([]);
});

test("a reminder whose moment passed, and an article that did not reach all its readers, are told", async () => {
  const now = new Date().toISOString();
  await house.sql.batch(
    [
      "update emails set created_at = '2020-01-01T00:00:00.000Z'",
      "update signups set state = 'confirmed', confirmed_at = signed_up_at",
      {
        sql: `insert into reminders (session_id, kind, meeting, due_at, state, done_at)
          select session_id, 'week_before', 1, ?, 'missed', ? from signups limit 1`,
        args: [now, now],
      },
      {
        sql: `insert into reminders (session_id, kind, meeting, due_at, state, done_at)
          select id, 'day_before', 1, ?, 'missed', ? from sessions where id not in (select session_id from signups) limit 1`,
        args: [now, now],
      },
      {
        sql: "insert into mailings (article_id, began_at, cursor, done_at, missed) select id, ?, '', ?, 40 from articles where slug = 'waarom-de-secretaresse-30-niet-bestaat'",
        args: [now, now],
      },
    ],
    "write",
  );
  const [text] = await morning();
  await house.waitForMail(({ subject }) => subject.includes("vandaag: niet elke e-mail ging uit"));
  expect(text).toContain("Niet verstuurd: de mail van een week vooraf voor ");
  expect(text).not.toContain("de dag ervoor");
  expect(text).toMatch(
    /Niet overal: Waarom de secretaresse .* niet bestaat: 40 lezers kregen er geen mail over/u,
  );
});
