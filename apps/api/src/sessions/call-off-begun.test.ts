import { reminderChanges } from "@ontsecretaressen/domain/reminder";
import { wallToUtc } from "@ontsecretaressen/domain/session";
import { type House, type Mail, startHouse } from "@ontsecretaressen/testing/house";
import { readCalendar } from "@ontsecretaressen/testing/read-calendar";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { AHEAD, type BegunSeries, beginSeries, WAS } from "@ontsecretaressen/testing/series";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

const reason = "Edwin is lang ziek.";

const callOff = (id: string, version = 1) =>
  house.admin(`sessions/${id}/cancel`, { json: { reason }, headers: { "if-match": `"${version}"` } });

const text = async (answer: Promise<Response>) => (await answer).text();

const filesOf = (mail: Mail) =>
  mail.attachments.map(({ content }) => {
    const { method, events } = readCalendar(Buffer.from(content ?? "", "base64").toString("utf8"));
    return { method, ...events[0] };
  });

const offMail = ({ sure }: BegunSeries) =>
  house.waitForMail(({ to, subject }) => to[0] === sure.to[0] && subject.startsWith("Gaat niet door"));

const told = async ({ id }: BegunSeries) => {
  const { rows } = await house.sql.execute({
    sql: "select to_address as it from emails where kind = 'session_cancelled' and session_id = ?",
    args: [id],
  });
  return rows.map((row) => row["it"]);
};

const checkIn = async ({ slug }: BegunSeries, meeting: number) => {
  const [row] = await people.rows(slug);
  return (await house.admin(`signups/${row?.id}/attend`, { json: { meeting } })).status;
};

const timeZone = "Europe/Amsterdam";

const meetings = [...WAS, ...AHEAD].map((times) => ({
  ...times,
  startsAt: wallToUtc(times.startsLocal, timeZone),
}));

/** As if it was called off two days ago, and the clock had planned what follows from it. */
async function twoDaysLater({ id }: BegunSeries) {
  expect(await house.cron("api")).toBe("ok");
  const cancelledAt = new Date(Date.now() - 2 * 86_400_000).toISOString();
  const off = { isCancelled: true, cancelledAt, isCheckedIn: false, timeZone, meetings, written: [] };
  await house.sql.batch(
    [
      { sql: "update sessions set cancelled_at = ? where id = ?", args: [cancelledAt, id] },
      ...reminderChanges(off, cancelledAt).map(({ dueAt }) => ({
        sql: "update reminders set due_at = ? where session_id = ?",
        args: [dueAt, id],
      })),
    ],
    "write",
  );
}

describe("of a series that has begun the rest is called off:", () => {
  test("who comes is told once which meetings, and those alone leave her calendar", async () => {
    const series = await beginSeries(house, people);
    const before = filesOf(series.sure);
    expect((await callOff(series.id)).status).toBe(200);
    const mail = await offMail(series);
    expect(mail.subject).toBe("Gaat niet door: de rest van Proef");
    for (const words of [
      reason,
      "Wat geweest is, blijft van jou.",
      "Keer 3 vervalt: donderdag 11 mei 2090",
      "Keer 4 vervalt: donderdag 15 juni 2090",
    ])
      expect(mail.text).toContain(words);
    expect(mail.text).not.toMatch(/\b2026\b/u);
    const sequence = (before[0]?.sequence ?? 0) + 1;
    expect(filesOf(mail)).toMatchObject(
      before.slice(2).map(({ uid }) => ({ method: "CANCEL", uid, sequence, status: "CANCELLED" })),
    );
    expect((await callOff(series.id, 2)).status).toBe(409);
    expect(await told(series)).toEqual([series.sure.to[0]]);
    expect(await readJson(house.admin("invariants"))).toMatchObject({ broken: [] });
  });

  test("what has been stays, on every page and in every calendar, and who was there can still be checked in", async () => {
    const series = await beginSeries(house, people);
    expect(await checkIn(series, 1)).toBe(200);
    await callOff(series.id);
    await offMail(series);
    const html = await text(house.fetch(`/inschrijven/${series.slug}/`));
    expect(html).toContain(`<h2>De rest van de reeks gaat niet door</h2><p>${reason}</p>`);
    expect(html).toMatch(/<dd><time[^>]*>dinsdag 13 januari 2026/u);
    expect(html).toMatch(/<span class="line"><time[^>]*>dinsdag 10 februari 2026/u);
    expect(html).toMatch(/<span class="line off"><time[^>]*>donderdag 11 mei 2090/u);
    expect(html).toContain('"eventStatus":"https://schema.org/EventScheduled"');
    expect(html.match(/"eventStatus":"https:\/\/schema.org\/EventCancelled"/gu)).toHaveLength(2);
    const agenda = readCalendar(await text(house.fetch("/agenda.ics"))).events;
    const own = agenda.filter(({ uid }) => uid.startsWith(series.id)).map(({ status }) => status);
    expect(own.slice(-2)).toEqual(["CANCELLED", "CANCELLED"]);
    const rows = (await text(house.fetch("/agenda/")))
      .split("<li")
      .filter((row) => row.includes(series.slug));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/^ class="off">.*keer [34] van 4, .*gaat niet door/u);
    const mine = await text(house.fetch(await people.linkTo(series.sure.to[0] ?? "", "mijn")));
    expect(mine).toContain("<b>De rest van de reeks gaat niet door.</b> Je hoeft niets te doen.");
    const feed = /webcal:(\/\/[^"]+\.ics)/u.exec(mine)?.[1] ?? "";
    const hers = readCalendar(await text(house.fetch(`http:${feed}`))).events;
    expect(hers.map(({ status }) => status)).toEqual(["CONFIRMED", "CONFIRMED", "CANCELLED", "CANCELLED"]);
    expect(await checkIn(series, 2)).toBe(200);
    expect(await checkIn(series, 3)).not.toBe(200);
    const proof = /href="(\/bewijs\/[^"]+)"/u.exec(mine)?.[1] ?? "";
    expect(await text(house.fetch(proof))).toContain("2 van de 2");
  });

  test("who was there is thanked the next morning for what has been, and nobody is reminded of the rest", async () => {
    const series = await beginSeries(house, people);
    await callOff(series.id);
    await offMail(series);
    await twoDaysLater(series);
    expect(await checkIn(series, 1)).toBe(200);
    for (const worker of ["api", "mailer"] as const) expect(await house.cron(worker)).toBe("ok");
    const mail = await house.waitForMail(
      ({ to, subject }) => to[0] === series.sure.to[0] && subject.startsWith("Dank je wel"),
    );
    expect(mail.subject).toBe("Dank je wel dat je er was: Proef (2 van 4)");
    expect(mail.text).toContain("dinsdag 10 februari 2026");
    const proof = new URL(/\S+\/bewijs\/\S+/u.exec(mail.text ?? "")?.[0] ?? "").pathname;
    expect(await text(house.fetch(proof))).toContain("1 van de 2");
    const { items } = await readJson<{ items: object[] }>(house.admin(`sessions/${series.id}/reminders`));
    expect(items).toMatchObject([{ kind: "afterwards", meeting: 2, state: "sent" }]);
  });

  test("when all of it is over there is nothing to call off, and nobody is told", async () => {
    const series = await beginSeries(house, people);
    await house.sql.execute({
      sql: "delete from meetings where session_id = ? and position > 2",
      args: [series.id],
    });
    expect((await callOff(series.id)).status).toBe(409);
    expect(await told(series)).toEqual([]);
  });
});
