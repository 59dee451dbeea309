import type { ListedSession } from "@ontsecretaressen/domain/admin-answers";
import { type House, type Mail, startHouse } from "@ontsecretaressen/testing/house";
import { readCalendar } from "@ontsecretaressen/testing/read-calendar";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { AHEAD, beginSeries, evening, WAS } from "@ontsecretaressen/testing/series";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

const [FIRST = evening(""), SECOND = evening("")] = WAS;
const [THIRD = evening(""), FOURTH = evening("")] = AHEAD;

const begun = () => beginSeries(house, people);

const read = (slug: string) => readJson<ListedSession>(house.admin(`sessions/${slug}`));

const move = (id: string, [first, ...later]: object[], version = 1) =>
  house.admin(`sessions/${id}/move`, { json: { ...first, later }, headers: { "if-match": `"${version}"` } });

const told = async (id: string) => {
  const { rows } = await house.sql.execute({
    sql: "select to_address as it from emails where kind = 'session_moved' and session_id = ?",
    args: [id],
  });
  return rows.map((row) => row["it"]);
};

const movedMail = ({ to }: Mail) =>
  house.waitForMail((mail) => mail.to[0] === to[0] && mail.subject.startsWith("Veranderd: "));

const filesOf = (mail: Mail) =>
  mail.attachments.map(({ content }) => {
    const { method, events } = readCalendar(Buffer.from(content ?? "", "base64").toString("utf8"));
    return { method, ...events[0] };
  });

describe("a series that has begun", () => {
  test("is moved from its next meeting on: who comes is told once, what was is left alone in her calendar", async () => {
    const { slug, id, sure, waiting } = await begun();
    const before = filesOf(sure);
    const later = evening("2090-06-22");
    const answer = await move(id, [...WAS, THIRD, later]);
    expect(answer.status).toBe(200);
    const moved = await readJson<ListedSession>(answer);
    expect(moved).toMatchObject({ ...FIRST, version: 2, movedFrom: null });
    expect(moved.later).toMatchObject([SECOND, THIRD, { ...later, startsAt: "2090-06-22T17:00:00.000Z" }]);
    expect(await told(id)).toEqual([sure.to[0]]);
    const mail = await movedMail(sure);
    expect(mail.subject).toBe("Veranderd: Proef, keer 4");
    expect(mail.text).toMatch(
      /Keer 4: donderdag 22 juni 2090, 19\.00-21\.30 uur\nEerst: donderdag 15 juni 2090, 19\.00-21\.30 uur\n/u,
    );
    expect(mail.text).not.toMatch(/\b2026\b/u);
    expect(mail.text).toContain("Ik kom een keer niet:");
    const [, , third, fourth] = before;
    const sequence = (third?.sequence ?? 0) + 1;
    expect(filesOf(mail)).toMatchObject([
      { method: "REQUEST", uid: third?.uid, sequence, startsAt: third?.startsAt },
      { method: "REQUEST", uid: fourth?.uid, sequence, startsAt: "2090-06-22T17:00:00.000Z" },
    ]);
    expect(await (await house.fetch(`/inschrijven/${slug}/`)).text()).toContain("donderdag 22 juni 2090");
    const agenda = readCalendar(await (await house.fetch("/agenda.ics")).text()).events;
    expect(agenda.find(({ uid }) => uid.startsWith(`${id}-4@`))).toMatchObject({
      sequence: 1,
      startsAt: "2090-06-22T17:00:00.000Z",
    });
    const { rows } = await house.sql.execute({
      sql: "select kind from emails where to_address = ?",
      args: [waiting],
    });
    expect(rows).toHaveLength(2);
  });

  test("can get shorter and longer, and those meetings leave her calendar and come into it", async () => {
    const { id, sure } = await begun();
    const uids = filesOf(sure).map(({ uid }) => uid);
    expect((await move(id, [...WAS, THIRD])).status).toBe(200);
    const shorter = await movedMail(sure);
    expect(shorter.text).toMatch(/Keer 4: vervalt\nEerst: donderdag 15 juni 2090/u);
    expect(filesOf(shorter).map(({ method, uid }) => [method, uid])).toEqual([
      ["REQUEST", uids[2]],
      ["CANCEL", uids[3]],
    ]);
    expect((await move(id, [...WAS, THIRD, FOURTH, evening("2090-07-20")], 2)).status).toBe(200);
    const longer = await house.waitForMail(
      ({ to, text }) => to[0] === sure.to[0] && (text ?? "").includes("Keer 5: "),
    );
    expect(filesOf(longer).map(({ method, startsAt }) => [method, startsAt?.slice(0, 10)])).toEqual([
      ["REQUEST", "2090-05-11"],
      ["REQUEST", "2090-06-15"],
      ["REQUEST", "2090-07-20"],
    ]);
  });

  test("is reminded of on its new days", async () => {
    const { id } = await begun();
    const reminders = async () => {
      await house.cron("api");
      const { rows } = await house.sql.execute({
        sql: "select meeting || ' ' || substr(due_at, 1, 10) as it from reminders where session_id = ? and kind = 'day_before' and state = 'planned' order by meeting",
        args: [id],
      });
      return rows.map((row) => row["it"]);
    };
    expect(await reminders()).toEqual(["3 2090-05-10", "4 2090-06-14"]);
    await move(id, [...WAS, evening("2090-05-18"), FOURTH]);
    expect(await reminders()).toEqual(["3 2090-05-17", "4 2090-06-14"]);
  });

  test("that goes on somewhere else tells who comes where", async () => {
    const { id, sure } = await begun();
    const json = { title: "Proef", place: "Zaal 2", city: "Utrecht" };
    const headers = { "if-match": '"1"' };
    expect((await house.admin(`sessions/${id}`, { json, method: "PUT", headers })).status).toBe(200);
    expect(await told(id)).toEqual([sure.to[0]]);
    const mail = await movedMail(sure);
    expect(mail.text).toMatch(/Waar: Zaal 2, Utrecht\nEerst: Zaal 1, Utrecht\n/u);
    expect(mail.text).not.toMatch(/\b2026\b/u);
    expect(filesOf(mail).map(({ place }) => place)).toEqual(["Zaal 2, Utrecht", "Zaal 2, Utrecht"]);
  });
});

describe("what has begun stays as it was: nothing is moved, and nobody is told,", () => {
  test("when that meeting is changed or left out, and the answer names it", async () => {
    const { id } = await begun();
    const longer = { ...SECOND, endsLocal: "2026-02-10T22:00" };
    for (const [times, named] of [
      [[FIRST, longer, ...AHEAD], { "later.0": "begun" }],
      [[evening("2026-01-20"), SECOND, ...AHEAD], { startsLocal: "begun" }],
      [[FIRST], { "later.0": "begun" }],
      [AHEAD, { startsLocal: "begun", "later.0": "begun" }],
    ] as const) {
      const answer = await move(id, [...times]);
      expect(answer.status).toBe(409);
      expect(await answer.json()).toMatchObject({ error: { code: "meeting_begun", fields: named } });
    }
    const answer = await move(id, [FIRST, longer, ...AHEAD]);
    expect(await answer.json()).toMatchObject({
      error: {
        message:
          "Meeting 2 (2026-02-10T19:00) has begun or is over, and stays as it was. Name it as it stands.",
      },
    });
    expect(await told(id)).toEqual([]);
    expect(await read(id)).toMatchObject({ version: 1, later: [SECOND, ...AHEAD] });
  });

  test("when a meeting would be in the past, and when all of them are over", async () => {
    const { id } = await begun();
    expect((await move(id, [...WAS, evening("2026-03-10"), FOURTH])).status).toBe(409);
    await house.sql.execute({
      sql: "delete from meetings where session_id = ? and position > 2",
      args: [id],
    });
    const over = await move(id, [...WAS, THIRD]);
    expect([over.status, await over.json()]).toMatchObject([409, { error: { code: "session_over" } }]);
    expect(await told(id)).toEqual([]);
  });
});
