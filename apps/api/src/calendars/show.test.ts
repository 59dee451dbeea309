import { keyedHash } from "@ontsecretaressen/db/hash";
import { claimEnd, type ClaimPurpose, endless, makeClaim } from "@ontsecretaressen/domain/claim";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { readCalendar } from "@ontsecretaressen/testing/read-calendar";
import { calendarRules, readCalendar as readLines } from "@ontsecretaressen/testing/specs/calendar";
import { breachesOf } from "@ontsecretaressen/testing/specs/rule";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SECRET = "het geheim van deze test";

let house: House;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true, bindings: { SIGNING_SECRET: SECRET } });
  await house.sql.execute(
    "insert into people (id, email_key, email, name, created_at) values ('per_noor', 'n', 'n@voorbeeld.nl', 'Noor', '2026-01-01')",
  );
});

afterAll(() => house.stop());

/** A session on this day of 2090 that Noor signed up for, and is now in this state. */
async function sign(day: string, state = "confirmed"): Promise<string> {
  const id = `proef${(turn += 1)}`;
  await house.sql.batch(
    [
      `insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at, ends_at, place,
          address, city, guides, capacity, state, created_at, online_url)
        select 'ses_${id}', '${id}', id, 'Bijeenkomst ${turn}', '', '${day}T19:00', '${day}T21:00', 'Europe/Amsterdam',
          '${day}T18:00:00.000Z', '${day}T20:00:00.000Z', 'De Zaal', '', 'Utrecht', '', 9, 'planned', '2026-01-01',
          'https://bellen.example/${id}' from steps where slug = 'workshops'`,
      `insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at, line,
          submission, held_until, offer_until, consented_at, signed_up_at, confirmed_at, sequence)
        values ('sgn_${id}', 'ses_${id}', 'per_noor', 'sgn_${id}', 'Noor', 'n@voorbeeld.nl', '', '', '', '${state}', '', 1, '${id}',
          '2099-01-01', '2099-01-01', '2026-01-01', '2026-01-01', '2026-01-01', 2)`,
    ],
    "write",
  );
  return id;
}

const mark = (asked: string, text: string) => keyedHash(SECRET, `${asked}:${text}`);

const claimOf = (purpose: ClaimPurpose, until = endless) =>
  makeClaim(mark, { purpose, id: "per_noor", version: 1, until });

const ask = async () => house.fetch(`/mijn/agenda/${await claimOf("calendar")}.ics`);

describe("a person's own calendar", () => {
  test("holds every certain seat of hers with all its meetings, and no place that is not hers yet", async () => {
    const id = await sign("2090-01-11");
    await house.sql.execute(
      `insert into meetings values ('ses_${id}', 2, '2090-02-11T19:00', '2090-02-11T21:00', '2090-02-11T18:00:00.000Z', '2090-02-11T20:00:00.000Z')`,
    );
    for (const state of ["held", "waiting", "offered", "cancelled", "expired"])
      await sign("2090-03-11", state);
    const answer = await ask();
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const { method, events } = readCalendar(await answer.text());
    const host = new URL(house.url).host;
    expect(method).toBeNull();
    expect(events).toMatchObject([
      {
        uid: `sgn_${id}@${host}`,
        sequence: 2,
        startsAt: "2090-01-11T18:00:00.000Z",
        attendees: [],
        organiser: null,
      },
      { uid: `sgn_${id}-2@${host}`, startsAt: "2090-02-11T18:00:00.000Z" },
    ]);
    expect(events[0]?.place).toBe(`https://bellen.example/${id}, De Zaal, Utrecht`);
  });

  test("says that a session is off, so that nobody travels", async () => {
    const id = await sign("2090-04-11");
    await house.sql.execute(
      `update sessions set state = 'cancelled', cancelled_at = '2026-01-01' where id = 'ses_${id}'`,
    );
    const { events } = readCalendar(await (await ask()).text());
    expect(events.find(({ uid }) => uid.startsWith(`sgn_${id}@`))?.status).toBe("CANCELLED");
  });

  test("leaves out the meeting that she won't be at, until she will after all: then it is the later of two", async () => {
    const id = await sign("2090-01-18");
    await house.sql.execute(
      `insert into meetings select 'ses_${id}', position + 1, '2090-02-18T19:00', '2090-02-18T21:00', '2090-02-18T18:00:00.000Z',
        '2090-02-18T20:00:00.000Z' from (select 1 as position union all select 2)`,
    );
    const hers = async () => {
      const { events } = readCalendar(await (await ask()).text());
      const own = events.filter(({ uid }) => uid.startsWith(`sgn_${id}`));
      return own.map(({ uid, sequence, status }) => [uid.split("@", 1)[0], sequence, status]);
    };
    const all = [`sgn_${id}`, `sgn_${id}-2`, `sgn_${id}-3`];
    expect(await hers()).toEqual(all.map((uid) => [uid, 2, "CONFIRMED"]));
    const seat = await makeClaim(mark, {
      purpose: "seat",
      id: `sgn_${id}`,
      version: 1,
      until: claimEnd(new Date()),
    });
    const say = (what: object) => house.post(`/bevestig/${seat}`, { ...what });
    for (const _ of [1, 2]) expect((await say({ absent: "2" })).status).toBe(303);
    expect(await hers()).toEqual([all[0], all[2]].map((uid) => [uid, 3, "CONFIRMED"]));
    for (const _ of [1, 2]) expect((await say({ present: "2" })).status).toBe(303);
    expect(await hers()).toEqual(all.map((uid) => [uid, 4, "CONFIRMED"]));
  });

  test("is found on her own page, with the proof of what she was at", async () => {
    const id = await sign("2090-05-11");
    await house.sql.execute(`insert into attendances values ('sgn_${id}', 1, '2090-05-11', 'tok')`);
    const page = await (await house.fetch(`/mijn/${await claimOf("person", claimEnd(new Date()))}`)).text();
    const address = /webcal:(\/\/[^"]+\.ics)/u.exec(page)?.[1] ?? "";
    expect(readCalendar(await (await house.fetch(`http:${address}`)).text()).events.length).toBeGreaterThan(
      2,
    );
    const proofs = [...page.matchAll(/href="(\/bewijs\/[^"]+)"/gu)].map(([, path = ""]) => path);
    expect(proofs).toHaveLength(1);
    expect((await house.fetch(proofs[0] ?? "")).status).toBe(200);
  });

  test("breaks no rule of its specification", async () => {
    const breaches = breachesOf(calendarRules, readLines(await (await ask()).text()));
    expect(breaches.filter((breach) => !/URL: an address/u.test(breach))).toEqual([]);
  });

  test("opens by its own claim alone, and acts on nothing", async () => {
    const person = await claimOf("person", claimEnd(new Date()));
    const claim = await claimOf("calendar");
    for (const other of [person, `${claim.slice(0, -1)}${claim.endsWith("0") ? 1 : 0}`])
      expect((await house.fetch(`/mijn/agenda/${other}.ics`)).status).toBe(410);
    expect((await house.fetch(`/mijn/${claim}`)).status).toBe(410);
  });

  test("is gone with the person who is erased", async () => {
    await house.sql.execute("update people set email = '', name = '-' where id = 'per_noor'");
    expect((await ask()).status).toBe(410);
  });
});
