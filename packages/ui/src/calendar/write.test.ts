import { readCalendar } from "@ontsecretaressen/testing/read-calendar";
import { describe, expect, test } from "vitest";
import { type CalendarEntry, writeFeed, writeInvitation } from "./write.ts";

const entry: CalendarEntry = {
  uid: "sgn_1@www.ontsecretaressen.eu",
  sequence: 3,
  stamp: "2027-01-02T03:04:05.678Z",
  startsLocal: "2027-04-14T19:00",
  endsLocal: "2027-04-14T21:30",
  title: "Rondetafel",
  summary: "Een avond.",
  place: "De Zaal, Utrecht",
  url: "https://www.ontsecretaressen.eu/inschrijven/rondetafel-april/",
  isCancelled: false,
  invitation: {
    from: { name: "Ontsecretaressen", email: "post@ontsecretaressen.eu" },
    to: { name: "Noor", email: "noor@voorbeeld.nl" },
  },
};

const unfolded = (calendar: string) => calendar.replaceAll("\r\n ", "").split("\r\n");

describe("an invitation", () => {
  test("is read by other programs as it was meant: what, when, where, who asks whom", () => {
    expect(readCalendar(writeInvitation("REQUEST", entry))).toEqual({
      method: "REQUEST",
      events: [
        {
          uid: entry.uid,
          sequence: 3,
          title: "Rondetafel",
          place: "De Zaal, Utrecht",
          summary: "Een avond.",
          status: "CONFIRMED",
          startsAt: "2027-04-14T17:00:00.000Z",
          endsAt: "2027-04-14T19:30:00.000Z",
          zone: "Europe/Amsterdam",
          organiser: "mailto:post@ontsecretaressen.eu",
          attendees: [
            { address: "mailto:noor@voorbeeld.nl", name: "Noor", answer: "ACCEPTED", isAsked: false },
          ],
        },
      ],
    });
  });

  test("that is taken back names the same entry, with all that RFC 5546 asks of a CANCEL", () => {
    const source = writeInvitation("CANCEL", { ...entry, sequence: 4, isCancelled: true });
    expect(readCalendar(source)).toMatchObject({
      method: "CANCEL",
      events: [
        { uid: entry.uid, sequence: 4, status: "CANCELLED", organiser: "mailto:post@ontsecretaressen.eu" },
      ],
    });
    for (const name of ["ATTENDEE", "ORGANIZER", "UID", "SEQUENCE", "DTSTAMP"])
      expect(unfolded(source).filter((line) => new RegExp(`^${name}[;:]`, "u").test(line))).toHaveLength(1);
    expect(source).toContain("\r\nTRANSP:TRANSPARENT\r\n");
  });

  test("carries a name that means something to the format as a name", () => {
    const name = 'Noor; "de" Vries, x:mailto:kwaad@voorbeeld.nl\r\nATTENDEE:mailto:kwaad@voorbeeld.nl';
    const { from, to } = entry.invitation ?? { from: { name: "", email: "" }, to: { name: "", email: "" } };
    const { events } = readCalendar(
      writeInvitation("REQUEST", { ...entry, invitation: { from: { ...from, name }, to: { ...to, name } } }),
    );
    expect(events[0]?.organiser).toBe("mailto:post@ontsecretaressen.eu");
    expect(events[0]?.attendees).toMatchObject([
      {
        address: "mailto:noor@voorbeeld.nl",
        name: "Noor; 'de' Vries, x:mailto:kwaad@voorbeeld.nl ATTENDEE:mailto:kwaad@voorbeeld.nl",
      },
    ]);
  });
});

describe("the clock on the wall is the right moment by the zone that stands in the file", () => {
  test.for([
    ["in winter", "2027-01-14T19:00", "2027-01-14T18:00:00.000Z"],
    ["in summer", "2027-07-01T19:00", "2027-07-01T17:00:00.000Z"],
    ["the evening before the clock goes forward", "2027-03-27T19:00", "2027-03-27T18:00:00.000Z"],
    ["the evening that it went forward", "2027-03-28T19:00", "2027-03-28T17:00:00.000Z"],
    ["the evening before the clock goes back", "2027-10-30T19:00", "2027-10-30T17:00:00.000Z"],
    ["the evening that it went back", "2027-10-31T19:00", "2027-10-31T18:00:00.000Z"],
  ] as const)("%s", ([, startsLocal, utc]) => {
    const { events } = readCalendar(
      writeInvitation("REQUEST", { ...entry, startsLocal, endsLocal: startsLocal.replace("19:00", "21:00") }),
    );
    expect(events[0]?.startsAt).toBe(utc);
  });
});

describe("a feed", () => {
  test("has a name, asks nobody anything, and holds every entry", () => {
    const source = writeFeed("Mijn bijeenkomsten", [
      { ...entry, invitation: null },
      { ...entry, uid: "sgn_2@x", isCancelled: true, invitation: null },
    ]);
    expect(readCalendar(source)).toMatchObject({
      method: null,
      events: [
        { uid: entry.uid, status: "CONFIRMED", organiser: null, attendees: [] },
        { uid: "sgn_2@x", status: "CANCELLED" },
      ],
    });
    expect(source).toContain("\r\nX-WR-CALNAME:Mijn bijeenkomsten\r\n");
  });

  test("of nothing is still one", () => {
    expect(readCalendar(writeFeed("Leeg", [])).events).toEqual([]);
  });
});

describe("any text", () => {
  test.for(["é", "👩‍👩‍👧 ", "x", "日本 ", "\\", ";,:\"'", "a\nb"])(
    "such as %j is read the same again, on lines of at most 75 octets",
    (piece) => {
      const text = piece.repeat(60).trim();
      const source = writeFeed(text, [{ ...entry, title: text, summary: text, place: text }]);
      for (const line of source.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
      }
      expect(readCalendar(source).events).toMatchObject([{ title: text, summary: text, place: text }]);
    },
  );

  test("keeps no control character, and adds no line", () => {
    const title = "Soep\u0007\r\nATTENDEE:mailto:kwaad@voorbeeld.nl\u2028";
    const source = writeInvitation("REQUEST", { ...entry, title });
    expect(unfolded(source).filter((line) => line.startsWith("ATTENDEE"))).toHaveLength(1);
    expect(source).not.toContain("\u0007");
  });
});
