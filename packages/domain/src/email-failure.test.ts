import { describe, expect, test } from "vitest";
import { judgeFailure, pauseEnds } from "./email-failure.ts";

const judge = (status: number | null, name: string) => judgeFailure({ status, name, afterSeconds: 7 });

describe("a failure of Resend", () => {
  test.for([
    [400, "validation_error"],
    [400, "invalid_idempotency_key"],
    [404, "not_found"],
    [405, "method_not_allowed"],
    [409, "invalid_idempotent_request"],
    [422, "invalid_attachment"],
    [451, "security_error"],
  ] as const)("%i %s is final", ([status, name]) => {
    expect(judge(status, name)).toEqual({ outcome: "never", reason: `${status} ${name}` });
  });

  test.for([
    [401, "missing_api_key", "refused"],
    [401, "restricted_api_key", "refused"],
    [403, "invalid_api_key", "refused"],
    [403, "validation_error", "refused"],
    [429, "rate_limit_exceeded", "rest"],
    [429, "daily_quota_exceeded", "day"],
    [429, "monthly_quota_exceeded", "month"],
  ] as const)("%i %s is about all emails and spends no try", ([status, name, pause]) => {
    expect(judge(status, name)).toEqual({
      outcome: "pause",
      pause,
      afterSeconds: 7,
      reason: `${status} ${name}`,
    });
  });

  test.for([
    [500, "internal_server_error"],
    [503, "application_error"],
    [null, "application_error"],
    [418, "who_knows"],
  ] as const)("%s %s may have come after the email went out, so it is a try", ([status, name]) => {
    expect(judge(status, name)).toMatchObject({ outcome: "later", afterSeconds: 7, isAboutAll: true });
  });

  test("409 concurrent_idempotent_requests is about this email alone", () => {
    expect(judge(409, "concurrent_idempotent_requests")).toMatchObject({
      outcome: "later",
      isAboutAll: false,
    });
  });
});

describe("a pause", () => {
  const now = new Date("2026-12-31T18:30:00.000Z");
  const ends = (reason: Parameters<typeof pauseEnds>[0], wish: number | null = null) =>
    pauseEnds(reason, now, wish);

  test("of the day lasts until tomorrow, of the month until the first; both look each hour after that", () => {
    const endsAgainAt = "2026-12-31T19:30:00.000Z";
    expect(ends("day")).toEqual({ endsAt: "2027-01-01T00:00:00.000Z", endsAgainAt });
    expect(ends("month")).toEqual({ endsAt: "2027-01-01T00:00:00.000Z", endsAgainAt });
    const spring = pauseEnds("month", new Date("2026-01-31T23:59:59.999Z"), null);
    expect(spring.endsAt).toBe("2026-02-01T00:00:00.000Z");
  });

  test("for rest is as long as was asked, up to an hour, and a second when nothing was", () => {
    expect(ends("rest").endsAt).toBe("2026-12-31T18:30:01.000Z");
    expect(ends("rest", 90).endsAt).toBe("2026-12-31T18:31:30.000Z");
    expect(ends("rest", 1e9).endsAt).toBe("2026-12-31T19:30:00.000Z");
  });

  test("of a refusal knocks again each quarter", () => {
    expect(ends("refused").endsAt).toBe("2026-12-31T18:45:00.000Z");
  });
});
