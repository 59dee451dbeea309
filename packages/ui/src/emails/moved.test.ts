import type { SessionBefore } from "@ontsecretaressen/domain/session";
import { expect, test } from "vitest";
import { exampleSession } from "../examples/site.ts";
import { exampleSessionEmails } from "../examples/session-emails.ts";
import { sessionMoved } from "./moved.ts";

const { session_moved: moved } = exampleSessionEmails;

const meeting = (day: string) => ({
  position: 2,
  startsLocal: `${day}T19:00`,
  endsLocal: `${day}T21:00`,
  startsAt: `${day}T17:00:00.000Z`,
  endsAt: `${day}T19:00:00.000Z`,
});

const session = { ...exampleSession, later: [meeting("2027-05-12")] };

const same: SessionBefore = {
  ...session,
  onlineUrl: null,
  meetings: [session, ...session.later].map(({ startsLocal, endsLocal }) => ({ startsLocal, endsLocal })),
};

const write = (was: SessionBefore | null, change = {}) => {
  const { title, subject, preview, facts } = sessionMoved({ ...moved, session, was, ...change });
  return { title, subject, preview, facts: facts.map(({ label, value }) => `${label}: ${value}`) };
};

const [FIRST = { startsLocal: "", endsLocal: "" }] = same.meetings;

test("only what changed stands there twice: as it is, and as it was", () => {
  const { title, facts } = write({ ...same, place: "De KOM", address: "", city: "Utrecht" });
  expect(title).toBe("De bijeenkomst is op een andere plek");
  expect(facts).toEqual([
    `Wat: ${session.title}`,
    "Wanneer: woensdag 14 april 2027, 19.00-21.30 uur",
    "Waar: Mercure Hotel Nieuwegein, Buizerdlaan 10, Nieuwegein",
    "Eerst: De KOM, Utrecht",
  ]);
  const earlier = { startsLocal: "2027-04-07T19:00", endsLocal: "2027-04-07T21:30" };
  expect(write({ ...same, meetings: [earlier, ...same.meetings.slice(1)] })).toMatchObject({
    title: "De bijeenkomst is verplaatst",
    facts: expect.arrayContaining(["Eerst: woensdag 7 april 2027, 19.00-21.30 uur"]),
  });
});

test("of a series each meeting that changed, came or went is named", () => {
  const [, later] = [FIRST, { startsLocal: "2027-05-19T19:00", endsLocal: "2027-05-19T21:00" }];
  const changed = write({ ...same, meetings: [FIRST, later, later] });
  expect(changed.title).toBe("De data van de reeks zijn veranderd");
  expect(changed.subject).toBe(`Veranderd: ${session.title}, keer 2 en 3`);
  expect(changed.facts.slice(1, 5)).toEqual([
    "Keer 2: woensdag 12 mei 2027, 19.00-21.00 uur",
    "Eerst: woensdag 19 mei 2027, 19.00-21.00 uur",
    "Keer 3: vervalt",
    "Eerst: woensdag 19 mei 2027, 19.00-21.00 uur",
  ]);
  expect(write({ ...same, meetings: [FIRST] }).facts).toContain("Eerst: nog niet gepland");
});

test("one meeting of a series that moved is what it is about, from the subject on", () => {
  const was = {
    ...same,
    meetings: [FIRST, { startsLocal: "2027-05-19T19:00", endsLocal: "2027-05-19T21:00" }],
  };
  for (const keepsSeat of [false, true])
    expect(write(was, { keepsSeat })).toEqual({
      title: "Keer 2 is verplaatst",
      subject: `Veranderd: ${session.title}, keer 2`,
      preview: "Nu op woensdag 12 mei 2027, 19.00-21.00 uur",
      facts: [
        `Wat: ${session.title}`,
        "Keer 2: woensdag 12 mei 2027, 19.00-21.00 uur",
        "Eerst: woensdag 19 mei 2027, 19.00-21.00 uur",
        "Waar: Mercure Hotel Nieuwegein, Buizerdlaan 10, Nieuwegein",
      ],
    });
});

test("who could not come to a meeting reads that we count on her again, when that one is on another day", () => {
  const earlier = { startsLocal: "2027-05-05T19:00", endsLocal: "2027-05-05T21:00" };
  const closing = (absences: number[], meetings = [FIRST, earlier]) =>
    sessionMoved({ ...moved, session, was: { ...same, meetings, absences } }).closing.join(" ");
  expect(closing([2])).toContain(
    "Je had gezegd dat je keer 2 niet kon. Nu het op een ander moment is, rekenen we weer op je.",
  );
  expect(closing([3])).not.toContain("rekenen");
  expect(closing([2], same.meetings)).not.toContain("rekenen");
  expect(
    closing([2], [FIRST, { startsLocal: "2027-05-12T19:00", endsLocal: "2027-05-12T20:00" }]),
  ).not.toContain("rekenen");
});

test("once a series has begun, no word is said of the day on which it did", () => {
  const elsewhere = write({ ...same, place: "De KOM" }, { keepsSeat: true });
  expect(elsewhere.title).toBe("De reeks gaat verder op een andere plek");
  const online = write({ ...same, onlineUrl: "https://bellen.example/oud" }, { keepsSeat: true });
  for (const said of [elsewhere, online]) expect(JSON.stringify(said)).not.toContain("14 april");
});

test("who was moved to another session reads which one she had", () => {
  const { title, facts } = write({ ...same, slug: "een-ander", title: "Rondetafel in Assen" });
  expect(title).toBe("Je plek is nu bij een andere bijeenkomst");
  expect(facts.slice(0, 2)).toEqual([`Wat: ${session.title}`, "Eerst: Rondetafel in Assen"]);
});

test("another address to take part from behind a screen is told to who has a certain seat alone", () => {
  const was = { ...same, onlineUrl: "https://bellen.example/oud" };
  const now = { onlineUrl: "https://bellen.example/nieuw" };
  expect(write(was, now).title).toBe("Je doet online mee via een ander adres");
  const held = write(was, { ...now, isCertain: false });
  expect(held.title).toBe("Er is iets veranderd");
  expect(JSON.stringify(held)).not.toContain("bellen.example");
});

test("an email that doesn't know what was says what is", () => {
  expect(write(null).facts).toHaveLength(3);
});
