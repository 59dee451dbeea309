import { describe, expect, test } from "vitest";
import { judgeFailure, mayTry, nextTry, restUntil } from "./email.ts";

const CREATED = "2026-11-23T12:00:00.000Z";
const HOUR = 3_600_000;

const hoursAfter = (hours: number) => new Date(Date.parse(CREATED) + hours * HOUR);

/** Every moment at which an email that always fails is tried, in hours after the first. */
function ladder(firstAt: number, wish: number | null): number[] {
  const moments = [firstAt];
  while (moments.length < 100) {
    const email = { tries: moments.length, createdAt: CREATED };
    const next = nextTry(email, hoursAfter(moments.at(-1) ?? 0), wish);
    if (next === null) break;
    moments.push((Date.parse(next) - Date.parse(CREATED)) / HOUR);
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
    const at = (wish: number) => nextTry({ tries: 1, createdAt: CREATED }, hoursAfter(0), wish);
    expect(at(5)).toBe("2026-11-23T12:00:20.000Z");
    expect(at(90)).toBe("2026-11-23T12:01:30.000Z");
    expect(at(86_400)).toBe("2026-11-23T13:00:00.000Z");
    expect(restUntil(hoursAfter(0), 90)).toBe("2026-11-23T12:01:30.000Z");
  });
});

describe("a try", () => {
  test("that comes too late to be safe is refused, also when a mailer was away for days", () => {
    expect(mayTry({ tries: 3, createdAt: CREATED }, hoursAfter(22.9))).toBe(true);
    expect(mayTry({ tries: 1, createdAt: CREATED }, hoursAfter(23))).toBe(false);
    expect(mayTry({ tries: 1, createdAt: CREATED }, hoursAfter(72))).toBe(false);
  });

  test("of an email that can't have gone out is safe at any age, so a refusal at the door has no end", () => {
    expect(mayTry({ tries: 0, createdAt: CREATED }, hoursAfter(72))).toBe(true);
    expect(nextTry({ tries: 0, createdAt: CREATED }, hoursAfter(72), null)).not.toBeNull();
  });
});

describe("a failure of Resend", () => {
  const judge = (status: number | null, name: string) => judgeFailure({ status, name, afterSeconds: 7 });

  test.for([
    [400, "validation_error"],
    [404, "not_found"],
    [405, "method_not_allowed"],
    [409, "invalid_idempotent_request"],
    [422, "invalid_attachment"],
    [451, "security_error"],
  ] as const)("%i %s is final", ([status, name]) => {
    expect(judge(status, name)).toEqual({ outcome: "never", reason: `${status} ${name}` });
  });

  test.for([
    [401, "missing_api_key"],
    [403, "invalid_api_key"],
    [429, "rate_limit_exceeded"],
    [429, "daily_quota_exceeded"],
  ] as const)("%i %s is about all emails and spends no try", ([status, name]) => {
    expect(judge(status, name)).toMatchObject({
      outcome: "later",
      afterSeconds: 7,
      mayHaveGone: false,
      isAboutAll: true,
    });
  });

  test.for([
    [500, "internal_server_error"],
    [503, "application_error"],
    [null, "application_error"],
  ] as const)("%s %s may have come after the email went out, so it is a try", ([status, name]) => {
    expect(judge(status, name)).toMatchObject({ outcome: "later", mayHaveGone: true, isAboutAll: true });
  });

  test("409 concurrent_idempotent_requests is about this email alone", () => {
    expect(judge(409, "concurrent_idempotent_requests")).toMatchObject({
      outcome: "later",
      mayHaveGone: true,
      isAboutAll: false,
    });
  });
});
