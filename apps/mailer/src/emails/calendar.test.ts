import { startHouse, type House, type Mail } from "@ontsecretaressen/testing/house";
import { readCalendar } from "@ontsecretaressen/testing/read-calendar";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

/** A session of its own for a test, ahead of today; answers its slug. */
async function plan(): Promise<string> {
  const slug = `proef-${(turn += 1)}`;
  const answer = await house.admin("sessions", {
    json: {
      slug,
      step: "rondetafel",
      title: "Rondetafel in april",
      startsLocal: "2090-04-11T19:00",
      endsLocal: "2090-04-11T21:30",
      place: "De Zaal",
      address: "Plein 1",
      city: "Utrecht",
      capacity: 5,
    },
  });
  expect(answer.status).toBe(201);
  return slug;
}

/** Signs somebody up and answers the email that came of it. */
async function signUp(session: string): Promise<Mail> {
  const email = `p${(turn += 1)}@voorbeeld.nl`;
  const answer = await house.fetch("/api/signups", {
    json: { session, name: "Noor", email, consent: true, key: email },
  });
  expect(answer.status).toBe(201);
  return house.waitForMail(({ to }) => to.includes(email));
}

const linkIn = (mail: Mail) => /https?:\S+\/(?:bevestig|mijn)\/\S+/u.exec(mail.text ?? "")?.[0] ?? "";

/** Presses the button of an email and answers the email that comes of that. */
async function confirm(mail: Mail): Promise<Mail> {
  const answer = await house.post(new URL(linkIn(mail)).pathname, {});
  expect(answer.status).toBe(303);
  return house.waitForMail(({ id, to }) => to[0] === mail.to[0] && id !== mail.id);
}

/** The calendar files of an email, each as another program reads it. */
const filesOf = (mail: Mail) =>
  mail.attachments.map(({ filename, content, content_type }) => {
    const source = Buffer.from(content ?? "", "base64").toString("utf8");
    return { filename, source, contentType: content_type, ...readCalendar(source) };
  });

describe("somebody's own calendar", () => {
  test("is left alone until she said herself that she comes", async () => {
    expect((await signUp(await plan())).attachments).toEqual([]);
  });

  test("gets an entry when her seat is certain: asked by who sends the email, of her alone", async () => {
    const mail = await confirm(await signUp(await plan()));
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
    const [one, other] = [await confirm(await signUp(session)), await confirm(await signUp(session))].map(
      (mail) => filesOf(mail)[0]?.events[0]?.uid,
    );
    expect(one).toMatch(/^sgn_\w+@/u);
    expect(one).not.toBe(other);
  });

  test("holds no link that acts for her: calendars are shared", async () => {
    const mail = await confirm(await signUp(await plan()));
    const unfolded = filesOf(mail)[0]?.source.replaceAll("\r\n ", "");
    expect(unfolded).not.toMatch(/bevestig|mijn/u);
    expect(unfolded).not.toContain(linkIn(mail).split("/").at(-1));
  });
});
