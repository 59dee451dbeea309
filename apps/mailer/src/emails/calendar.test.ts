import { startHouse, type House, type Mail } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { readCalendar } from "@ontsecretaressen/testing/read-calendar";
import { linkIn, type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

const ABOUT = { title: "Rondetafel in april", place: "De Zaal", address: "Plein 1" };

/** A session of its own for a test, ahead of today; answers its slug. */
const plan = (later: object[] = []) => people.plan(5, { ...ABOUT, later });

/** What an organiser does with a session, at its version of this moment. */
async function act(session: string, what: string, json: object): Promise<void> {
  const { items } = await readJson<{ items: { slug: string; id: string; version: number }[] }>(
    house.admin("sessions?limit=200"),
  );
  const found = items.find(({ slug }) => slug === session);
  const headers = { "if-match": `"${found?.version}"` };
  expect((await house.admin(`sessions/${found?.id}/${what}`, { json, headers })).status).toBe(200);
}

const mailOf = ({ to }: Mail, subject: RegExp) =>
  house.waitForMail((mail) => mail.to[0] === to[0] && subject.test(mail.subject));

/** The calendar files of an email, each as another program reads it. */
const filesOf = (mail: Mail) =>
  mail.attachments.map(({ filename, content, content_type }) => {
    const source = Buffer.from(content ?? "", "base64").toString("utf8");
    return { filename, source, contentType: content_type, ...readCalendar(source) };
  });

describe("somebody's own calendar", () => {
  test("is left alone until she said herself that she comes", async () => {
    expect((await people.signUp(await plan())).attachments).toEqual([]);
  });

  test("gets an entry when her seat is certain: asked by who sends the email, of her alone", async () => {
    const mail = await people.confirm(await people.signUp(await plan()));
    const [file, ...others] = filesOf(mail);
    expect(others).toEqual([]);
    expect(file).toMatchObject({
      filename: "bijeenkomst.ics",
      method: "REQUEST",
      contentType: "text/calendar; charset=utf-8; method=REQUEST",
      events: [
        {
          title: "Rondetafel in april",
          place: "De Zaal, Plein 1, Utrecht",
          status: "CONFIRMED",
          startsAt: "2090-04-11T17:00:00.000Z",
          endsAt: "2090-04-11T19:30:00.000Z",
          organiser: "mailto:post@ontsecretaressen.eu",
          attendees: [{ address: `mailto:${mail.to[0]}`, name: "Noor", isAsked: false }],
        },
      ],
    });
    const sender = house.attempts().find(({ headers }) => headers["idempotency-key"] === mail.idempotencyKey);
    expect(JSON.parse(sender?.body ?? "")).toMatchObject({
      from: expect.stringContaining("<post@ontsecretaressen.eu>"),
    });
  });

  test("has a UID of its own for each signup", async () => {
    const session = await plan();
    const [one, other] = [
      await people.confirm(await people.signUp(session)),
      await people.confirm(await people.signUp(session)),
    ].map((mail) => filesOf(mail)[0]?.events[0]?.uid);
    expect(one).toMatch(/^sgn_\w+@/u);
    expect(one).not.toBe(other);
  });

  test("holds no link that acts for her: calendars are shared", async () => {
    const mail = await people.confirm(await people.signUp(await plan()));
    const unfolded = filesOf(mail)[0]?.source.replaceAll("\r\n ", "");
    expect(unfolded).not.toMatch(/bevestig|mijn/u);
    expect(unfolded).not.toContain(linkIn(mail).split("/").at(-1));
  });
});

describe("who does not come after all", () => {
  test("has it taken out of her calendar by the email that says so", async () => {
    const held = await people.signUp(await plan());
    const sure = await people.confirm(held);
    const first = filesOf(sure)[0]?.events[0];
    await house.post(new URL(linkIn(held)).pathname, { act: "no" });
    expect(filesOf(await mailOf(held, /afgemeld/iu))).toMatchObject([
      {
        method: "CANCEL",
        events: [{ uid: first?.uid, sequence: (first?.sequence ?? 0) + 1, status: "CANCELLED" }],
      },
    ]);
  });

  test("while she only waited, has nothing taken out", async () => {
    const held = await people.signUp(await plan());
    await house.sql.execute(
      `update signups set state = 'waiting', line = 1, confirmed_at = signed_up_at where email = '${held.to[0]}'`,
    );
    await house.post(new URL(linkIn(held)).pathname, { act: "no" });
    expect((await mailOf(held, /afgemeld/iu)).attachments).toEqual([]);
  });
});

describe("a session that changes", () => {
  test("moves in her calendar: the same entry, a higher sequence, the new time", async () => {
    const session = await plan();
    const first = filesOf(await people.confirm(await people.signUp(session)))[0]?.events[0];
    const waiting = await people.signUp(session);
    await act(session, "move", { startsLocal: "2090-12-11T20:00", endsLocal: "2090-12-11T22:00" });
    const mail = await house.waitForMail(
      ({ to, subject }) =>
        first?.attendees[0]?.address === `mailto:${to[0]}` && subject.startsWith("Veranderd: "),
    );
    const [file] = filesOf(mail);
    expect(file).toMatchObject({
      method: "REQUEST",
      contentType: expect.stringContaining("method=REQUEST"),
      events: [
        { uid: first?.uid, sequence: (first?.sequence ?? 0) + 1, startsAt: "2090-12-11T19:00:00.000Z" },
      ],
    });
    expect(mail.text).toContain("Eerst: dinsdag 11 april 2090, 19.00-21.30 uur");
    expect(mail.text).toContain("maandag 11 december 2090, 20.00-22.00 uur");
    expect(mail.text).toMatch(/Ik kom niet:\n\S+\/bevestig\/sgn_/u);
    expect((await mailOf(waiting, /^Veranderd: /u)).attachments).toEqual([]);
  });

  test("that is off is taken out of her calendar, and out of nobody's who had none", async () => {
    const session = await plan();
    const sure = await people.confirm(await people.signUp(session));
    const first = filesOf(sure)[0]?.events[0];
    const waiting = await people.signUp(session);
    await act(session, "cancel", { reason: "Edwin is ziek." });
    const mail = await mailOf(sure, /^Gaat niet door/u);
    expect(filesOf(mail)).toMatchObject([
      {
        method: "CANCEL",
        contentType: "text/calendar; charset=utf-8; method=CANCEL",
        events: [{ uid: first?.uid, sequence: (first?.sequence ?? 0) + 1, status: "CANCELLED" }],
      },
    ]);
    for (const part of [mail.text, mail.html]) expect(part).toContain("Edwin is ziek.");
    expect(mail.text).toContain("uit je agenda");
    const other = await mailOf(waiting, /^Gaat niet door/u);
    expect(other.attachments).toEqual([]);
    expect(other.text).not.toContain("agenda");
  });

  test("after she said yes and before she is told, puts nothing into her calendar that is off", async () => {
    const session = await plan();
    const held = await people.signUp(session);
    const now = new Date().toISOString();
    await house.sql.batch(
      [
        `update signups set state = 'confirmed', confirmed_at = '${now}' where email = '${held.to[0]}'`,
        `update sessions set state = 'cancelled', cancelled_at = '${now}' where slug = '${session}'`,
        ...["signup_confirmed", "session_cancelled"].map(
          (kind) => `insert into emails (id, kind, to_address, signup_id, state, attempts, due_at, created_at)
            select 'eml_${kind}', '${kind}', email, id, 'waiting', 0, '${now}', '${now}' from signups
            where email = '${held.to[0]}'`,
        ),
      ],
      "write",
    );
    await house.cron();
    expect((await mailOf(held, /^Je plek is zeker/u)).attachments).toEqual([]);
    expect((await mailOf(held, /^Gaat niet door/u)).attachments).toEqual([]);
  });
});

describe("a series", () => {
  test("is a file for each meeting: one UID in each, as RFC 5546 asks, and the same when it is off", async () => {
    const session = await plan([{ startsLocal: "2090-05-09T19:00", endsLocal: "2090-05-09T21:30" }]);
    const mail = await people.confirm(await people.signUp(session));
    const files = filesOf(mail);
    const uids = files.map(({ events }) => events.map(({ uid }) => uid.replace(/^sgn_\w+?(?=@|-)/u, "")));
    const host = new URL(house.url).host;
    expect(uids).toEqual([[`@${host}`], [`-2@${host}`]]);
    expect(files.map(({ filename, events }) => [filename, events[0]?.title, events[0]?.startsAt])).toEqual([
      ["bijeenkomst.ics", "Rondetafel in april (1 van 2)", "2090-04-11T17:00:00.000Z"],
      ["bijeenkomst-2.ics", "Rondetafel in april (2 van 2)", "2090-05-09T17:00:00.000Z"],
    ]);
    await act(session, "cancel", {});
    const off = filesOf(await mailOf(mail, /^Gaat niet door/u));
    expect(off.map(({ method, events }) => [method, events[0]?.uid])).toEqual(
      files.map(({ events }) => ["CANCEL", events[0]?.uid]),
    );
  });

  test("that gets shorter takes the meetings that are left out of her calendar", async () => {
    const later = ["2090-05-09", "2090-06-13"].map((day) => ({
      startsLocal: `${day}T19:00`,
      endsLocal: `${day}T21:30`,
    }));
    const session = await plan(later);
    const mail = await people.confirm(await people.signUp(session));
    const before = filesOf(mail).map(({ events }) => events[0]?.uid);
    await act(session, "move", {
      startsLocal: "2090-04-12T19:00",
      endsLocal: "2090-04-12T21:30",
      later: later.slice(0, 1),
    });
    const after = filesOf(await mailOf(mail, /^Veranderd: /u));
    expect(after.map(({ method, events }) => [method, events[0]?.uid, events[0]?.sequence])).toEqual([
      ["REQUEST", before[0], expect.any(Number)],
      ["REQUEST", before[1], after[0]?.events[0]?.sequence],
      ["CANCEL", before[2], after[0]?.events[0]?.sequence],
    ]);
  });

  test("leaves what she won't be at out of her calendar, whatever else changes, and comes back into it when she will", async () => {
    const later = ["2090-05-09", "2090-06-13"].map((day) => ({
      startsLocal: `${day}T19:00`,
      endsLocal: `${day}T21:30`,
    }));
    const session = await plan(later);
    const held = await people.signUp(session);
    const before = filesOf(await people.confirm(held)).map(({ events }) => events[0]);
    const path = new URL(linkIn(held)).pathname;
    /** Where the first meeting is on this day: what the email about it does with each entry. */
    async function moved(day: string) {
      const first = { startsLocal: `${day}T19:00`, endsLocal: `${day}T21:30` };
      await act(session, "move", { ...first, later });
      const mail = await house.waitForMail(
        ({ to, text }) => to[0] === held.to[0] && (text ?? "").includes(`Wanneer: ${words[day]}`),
      );
      return filesOf(mail).map(({ method, events: [event] }) => [method, event?.uid, event?.sequence]);
    }
    const words: Record<string, string> = {
      "2090-04-12": "woensdag 12 april 2090",
      "2090-04-13": "donderdag 13 april 2090",
    };
    const uids = before.map((event) => event?.uid);
    const sequence = before[0]?.sequence ?? 0;
    await house.post(path, { absent: "2" });
    expect(await moved("2090-04-12")).toEqual([
      ["REQUEST", uids[0], sequence + 2],
      ["CANCEL", uids[1], sequence + 2],
      ["REQUEST", uids[2], sequence + 2],
    ]);
    await house.post(path, { present: "2" });
    expect(await moved("2090-04-13")).toEqual(uids.map((uid) => ["REQUEST", uid, sequence + 4]));
  });
});
