import { LONGEST_WISH_SECONDS } from "./email.ts";

/** How a try ended. `later` may have gone out; a `pause` was a refusal at the door, which is no try, and is about all emails. */
export type Delivery =
  | { outcome: "sent"; providerId: string }
  | { outcome: "later"; afterSeconds: number | null; reason: string; isAboutAll: boolean }
  | { outcome: "pause"; pause: PauseReason; afterSeconds: number | null; reason: string }
  | { outcome: "never"; reason: string }
  | { outcome: "expired"; reason: string };

/** Why no email goes: the service wants rest, the quota of the day or the month is used up, or it refuses us altogether. */
export const pauseReasons = ["rest", "day", "month", "refused"] as const;

export type PauseReason = (typeof pauseReasons)[number];

const NEVER: ReadonlySet<number> = new Set([400, 404, 405, 422, 451]);

const QUOTAS: Partial<Record<string, PauseReason>> = {
  daily_quota_exceeded: "day",
  monthly_quota_exceeded: "month",
};

/** What a failed answer of the mail service means. No status is a broken line; `afterSeconds` is its own wish. */
export function judgeFailure(failure: {
  status: number | null;
  name: string;
  afterSeconds: number | null;
}): Delivery {
  const { status, name, afterSeconds } = failure;
  const reason = `${status ?? "no answer"} ${name}`;
  if (status !== null && NEVER.has(status)) return { outcome: "never", reason };
  if (name === "invalid_idempotent_request") return { outcome: "never", reason };
  if (status === 401 || status === 403) return { outcome: "pause", pause: "refused", afterSeconds, reason };
  if (status === 429) return { outcome: "pause", pause: QUOTAS[name] ?? "rest", afterSeconds, reason };
  const isAboutAll = name !== "concurrent_idempotent_requests";
  return { outcome: "later", afterSeconds, reason, isAboutAll };
}

const REST_SECONDS = 1;
const LOOK_AGAIN_SECONDS = 3600;
const KNOCK_AGAIN_SECONDS = 900;

/**
 * Until when nobody tries, and until when not again should the same be said after that. A quota lasts until its day or
 * month (UTC) is over; if it then still holds, it is asked about each hour. A refusal is tried again each quarter.
 */
export function pauseEnds(
  reason: PauseReason,
  now: Date,
  wishSeconds: number | null,
): { endsAt: string; endsAgainAt: string } {
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString();
  switch (reason) {
    case "rest": {
      const endsAt = after(Math.min(Math.max(wishSeconds ?? 0, REST_SECONDS), LONGEST_WISH_SECONDS));
      return { endsAt, endsAgainAt: endsAt };
    }
    case "day":
      return { endsAt: nextUtc(now, 0, 1), endsAgainAt: after(LOOK_AGAIN_SECONDS) };
    case "month":
      return { endsAt: nextUtc(now, 1, 0), endsAgainAt: after(LOOK_AGAIN_SECONDS) };
    case "refused":
      return { endsAt: after(KNOCK_AGAIN_SECONDS), endsAgainAt: after(KNOCK_AGAIN_SECONDS) };
    default:
      return reason satisfies never;
  }
}

function nextUtc(now: Date, months: number, days: number): string {
  const day = months > 0 ? 1 : now.getUTCDate() + days;
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, day)).toISOString();
}
