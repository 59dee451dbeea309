import { remindersOf } from "@ontsecretaressen/domain/reminder";
import { wallToUtc } from "@ontsecretaressen/domain/session";
import { startHouse, type House, type Mail } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const AMSTERDAM = "Europe/Amsterdam";
const HOUR_MS = 3_600_000;

let house: House;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
  await house.sql.execute(
    "update steps set requires_id = (select id from steps where slug = 'rondetafel') where slug = 'workshops'",
  );
});

afterAll(() => house.stop());

const onTheWall = (hours: number) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: AMSTERDAM, dateStyle: "short", timeStyle: "short" })
    .format(new Date(Date.now() + hours * HOUR_MS))
    .replace(" ", "T");

/** A session so many hours from now with somebody who has a seat, planned long enough ago for every reminder. */
async function plan(hours: number): Promise<{ id: string; email: string }> {
  const slug = `straks-${(turn += 1)}`;
  const [startsLocal, endsLocal] = [onTheWall(hours), onTheWall(hours + 2)];
  const about = {
    slug,
    step: "rondetafel",
    title: "Rondetafel",
    place: "De Zaal",
    city: "Utrecht",
    capacity: 9,
  };
  const { id } = await readJson<{ id: string }>(
    house.admin("sessions", {
      json: { ...about, startsLocal: "2090-04-11T19:00", endsLocal: "2090-04-11T21:30" },
    }),
  );
  const email = `straks${turn}@voorbeeld.nl`;
  await house.fetch("/api/signups", {
    json: { session: slug, name: "Noor", email, consent: true, key: email },
  });
  const mail = await house.waitForMail(({ to }) => to.includes(email));
  await house.post(new URL(/\S+\/bevestig\/\S+/u.exec(mail.text ?? "")?.[0] ?? "").pathname, {});
  await mailTo(email, /^Je plek is zeker/u);
  const startsAt = wallToUtc(startsLocal, AMSTERDAM);
  await house.sql.batch(
    [
      {
        sql: `update sessions set starts_local = ?, ends_local = ?, starts_at = ?, ends_at = ?, notes = 'Er is soep.',
          version = version + 1 where id = ?`,
        args: [startsLocal, endsLocal, startsAt, wallToUtc(endsLocal, AMSTERDAM), id],
      },
      { sql: "delete from reminders where session_id = ?", args: [id] },
      ...remindersOf([{ startsLocal, endsLocal, startsAt }], AMSTERDAM).map(({ kind, meeting, dueAt }) => ({
        sql: "insert into reminders (session_id, kind, meeting, due_at, state) values (?, ?, ?, ?, 'planned')",
        args: [id, kind, meeting, dueAt],
      })),
    ],
    "write",
  );
  return { id, email };
}

const mailTo = (email: string, subject: RegExp): Promise<Mail> =>
  house.waitForMail((mail) => mail.to[0] === email && subject.test(mail.subject));

const ring = async () => {
  expect(await house.cron("api")).toBe("ok");
  expect(await house.cron()).toBe("ok");
};

const remindersFor = async (id: string) => {
  const { items } = await readJson<{ items: { kind: string; state: string }[] }>(
    house.admin(`sessions/${id}/reminders`),
  );
  return items.map(({ kind, state }) => `${kind} ${state}`);
};

describe("who has a seat", () => {
  test("hears a week before when and where, what only she may know, and how she says that she does not come", async () => {
    const { id, email } = await plan(6 * 24);
    await ring();
    const mail = await mailTo(email, /^Tot /u);
    for (const words of ["De Zaal, Utrecht", "Er is soep.", "Ik kom niet"])
      expect(mail.text).toContain(words);
    const link = new URL(/Ik kom niet:\n(\S+)/u.exec(mail.text ?? "")?.[1] ?? "").pathname;
    expect((await house.fetch(link)).status).toBe(200);
    expect(await remindersFor(id)).toEqual(["week_before sent", "day_before planned", "afterwards planned"]);
  });

  test("hears it once, however often the clock strikes", async () => {
    const { email } = await plan(6 * 24);
    await Promise.all([house.cron("api"), house.cron("api")]);
    await ring();
    const mails = (await house.mails()).filter(
      ({ to, subject }) => to[0] === email && subject.startsWith("Tot "),
    );
    expect(mails).toHaveLength(1);
  });

  test("hears of tomorrow, or of today when it could not be said before", async () => {
    const { email } = await plan(12);
    await ring();
    const isToday = onTheWall(12).slice(0, 10) === onTheWall(0).slice(0, 10);
    const mail = await mailTo(email, /^(?:Morgen|Vandaag): /u);
    expect(mail.subject).toBe(`${isToday ? "Vandaag" : "Morgen"}: Rondetafel`);
  });

  test("is thanked afterwards with what opened and the proof, and who was not there gets a kind word", async () => {
    const { id, email } = await plan(-42);
    await ring();
    expect(await remindersFor(id)).toContain("afterwards planned");
    await house.sql.execute(
      `insert into attendances select id, 1, '2026-01-01', 'tok' from signups where session_id = '${id}'`,
    );
    await house.sql.execute(
      `insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at,
          submission, consented_at, signed_up_at, confirmed_at)
        select id || 'x', session_id, (select id from people where id <> person_id limit 1), id || 'x', 'Bo', 'x' || email,
          '', '', '', state, state_at, 'x' || id, consented_at, signed_up_at, confirmed_at from signups where session_id = '${id}'`,
    );
    await ring();
    const there = await mailTo(email, /^Dank je wel/u);
    expect(there.text).toContain("De volgende stap staat nu voor je open: Workshops.");
    const proof = new URL(/\S+\/bewijs\/\S+/u.exec(there.text ?? "")?.[0] ?? "").pathname;
    expect(await (await house.fetch(proof)).text()).toContain("<h1>Noor</h1>");
    const missed = await mailTo(`x${email}`, /^We hebben je gemist/u);
    expect(missed.text).not.toMatch(/bewijs|volgende stap/u);
  });
});

describe("organisers", () => {
  test("see what was missed because its moment passed, and nobody gets it late", async () => {
    const { id, email } = await plan(2);
    await ring();
    expect(await remindersFor(id)).toEqual(["week_before missed", "day_before missed", "afterwards planned"]);
    expect((await house.mails()).filter(({ to }) => to[0] === email).map(({ subject }) => subject)).toEqual([
      "Bevestig je plek: Rondetafel",
      "Je plek is zeker: Rondetafel",
    ]);
  });

  test("find nothing for a session that there is not, and strangers find nothing at all", async () => {
    expect((await house.admin("sessions/ses_x/reminders")).status).toBe(404);
    expect((await house.fetch("/api/admin/sessions/ses_x/reminders")).status).toBe(401);
  });
});
