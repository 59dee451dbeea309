import { describe, expect, test } from "vitest";
import { headerLine, mayTry, nextTry } from "./email.ts";

const FIRST = "2026-11-23T12:00:00.000Z";
const HOUR = 3_600_000;

const hoursAfter = (hours: number) => new Date(Date.parse(FIRST) + hours * HOUR);

/** Every moment at which an email that always fails is tried, in hours after the first, whenever that was. */
function ladder(firstAt: number, wish: number | null): number[] {
  const moments = [firstAt];
  const firstTriedAt = hoursAfter(firstAt).toISOString();
  while (moments.length < 100) {
    const email = { tries: moments.length, firstTriedAt };
    const next = nextTry(email, hoursAfter(moments.at(-1) ?? 0), wish);
    if (next === null) break;
    moments.push((Date.parse(next) - Date.parse(FIRST)) / HOUR);
  }
  return moments.map((moment) => moment - firstAt);
}

describe("the retry ladder", () => {
  test.for([null, 0, 1, 59, 600, 3599, 3600, 86_400, Infinity])(
    "ends within 24 hours of the first try, while Resend still knows the key (asked to wait: %s s)",
    (wish) => {
      for (const firstAt of [0, 0.5, 12, 22]) expect(ladder(firstAt, wish).at(-1)).toBeLessThan(23);
    },
  );

  test("tries often at first, and goes on for most of a day", () => {
    const moments = ladder(0, null);
    expect(moments.filter((hours) => hours <= 1 / 6)).toHaveLength(5);
    expect(moments.at(-1)).toBeGreaterThan(20);
    const pauses = moments.slice(1).map((hours, index) => Math.round((hours - (moments[index] ?? 0)) * 3600));
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  });

  test("never comes sooner than the service asked, up to an hour", () => {
    const at = (wish: number) => nextTry({ tries: 1, firstTriedAt: FIRST }, hoursAfter(0), wish);
    expect(at(5)).toBe("2026-11-23T12:00:20.000Z");
    expect(at(90)).toBe("2026-11-23T12:01:30.000Z");
    expect(at(86_400)).toBe("2026-11-23T13:00:00.000Z");
  });
});

describe("a try", () => {
  test("that comes too late to be safe is refused, also when a mailer was away for days", () => {
    expect(mayTry({ tries: 3, firstTriedAt: FIRST }, hoursAfter(22.9))).toBe(true);
    expect(mayTry({ tries: 1, firstTriedAt: FIRST }, hoursAfter(23))).toBe(false);
    expect(mayTry({ tries: 1, firstTriedAt: FIRST }, hoursAfter(72))).toBe(false);
  });

  test("of an email that can't have gone out is safe at any age, so a refusal at the door has no end", () => {
    expect(mayTry({ tries: 0, firstTriedAt: FIRST }, hoursAfter(72))).toBe(true);
    expect(nextTry({ tries: 0, firstTriedAt: FIRST }, hoursAfter(72), null)).not.toBeNull();
  });
});

describe("a line of a header", () => {
  test("has no line ends, no control and no direction marks, whatever was typed", () => {
    expect(headerLine("Eva\r\nBcc: allen@voorbeeld.nl\u0000\u0085\u2028 Hoi\u202e ")).toBe(
      "Eva Bcc: allen@voorbeeld.nl Hoi",
    );
    expect(headerLine("Één 👩‍👩‍👧 seizoen")).toBe("Één 👩‍👩‍👧 seizoen");
  });
});
