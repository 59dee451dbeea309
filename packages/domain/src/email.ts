/** Every email there is. What it is about says who gets it and which links it holds. */
export const emailKinds = [
  "comment_confirm",
  "comment_waiting",
  "comment_visible",
  "comment_answered",
  "comment_digest",
  "comment_removed",
  "report_received",
  "report_made",
  "report_upheld",
  "report_dismissed",
  "signup_held",
  "signup_waiting",
  "signup_again",
  "signup_confirmed",
  "signup_on_list",
  "person_link",
] as const;

export type EmailKind = (typeof emailKinds)[number];

export type EmailState = "waiting" | "sending" | "sent" | "failed";

/** How long one mailer keeps a row to itself. Much longer than a run. */
export const leaseSeconds = 120;

const RETRY_SECONDS = [20, 60, 120, 300, 900, 1800, 3600];
const LAST_RETRY_SECONDS = 7200;
const LONGEST_WISH_SECONDS = 3600;

// Resend remembers an idempotency key for 24 hours: a try after that could send twice. An email is older than its
// first try, so its own age is a safe measure.
const TRY_MS = 23 * 3_600_000;

/** `tries` counts those that may have gone out: a refusal at the door is none. */
export type Tried = { tries: number; createdAt: string };

/** Whether trying at this moment cannot send an email twice. The first try is always safe. */
export function mayTry(email: Tried, at: Date): boolean {
  return email.tries === 0 || at.getTime() - Date.parse(email.createdAt) < TRY_MS;
}

/** When to try again after one that failed, or null when that would be too late. The service's wish counts up to an hour. */
export function nextTry(email: Tried, now: Date, wishSeconds: number | null): string | null {
  const own = RETRY_SECONDS[Math.max(email.tries, 1) - 1] ?? LAST_RETRY_SECONDS;
  const at = new Date(now.getTime() + Math.max(own, heardWish(wishSeconds)) * 1000);
  return mayTry(email, at) ? at.toISOString() : null;
}

/** When an email may go that was not tried, because the service asked for rest. */
export function restUntil(now: Date, wishSeconds: number | null): string {
  return new Date(now.getTime() + heardWish(wishSeconds) * 1000).toISOString();
}

function heardWish(wishSeconds: number | null): number {
  return Math.min(wishSeconds ?? 0, LONGEST_WISH_SECONDS);
}

export type Delivery =
  | { outcome: "sent"; providerId: string }
  | {
      outcome: "later";
      afterSeconds: number | null;
      reason: string;
      mayHaveGone: boolean;
      /** The trouble is the service's, so other emails would meet it too. */
      isAboutAll: boolean;
    }
  | { outcome: "never"; reason: string };

const NEVER: ReadonlySet<number> = new Set([400, 404, 405, 422, 451]);
const AT_THE_DOOR: ReadonlySet<number> = new Set([401, 403, 429]);

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
  return {
    outcome: "later",
    afterSeconds,
    reason,
    mayHaveGone: status === null || !AT_THE_DOOR.has(status),
    isAboutAll: name !== "concurrent_idempotent_requests",
  };
}
