/** Every email there is. What it is about says who gets it and which links it holds. */
export const emailKinds = [
  "comment_waiting",
  "comment_visible",
  "signup_held",
  "signup_waiting",
  "signup_again",
  "signup_confirmed",
  "signup_on_list",
] as const;

export type EmailKind = (typeof emailKinds)[number];

export type EmailState = "waiting" | "sending" | "sent" | "failed";

/** How long one mailer keeps a row to itself. Longer than the slowest try. */
export const leaseSeconds = 120;

const RETRY_SECONDS = [
  20, 60, 120, 300, 900, 1800, 3600, 7200, 7200, 7200, 7200, 7200, 7200, 7200, 7200, 7200,
];

/**
 * When to try again after `attempts` tries, in seconds; null once the tries have used up 23 hours.
 * Resend remembers an idempotency key for 24 hours: a later try could send twice.
 */
export function retryDelaySeconds(attempts: number): number | null {
  return RETRY_SECONDS[attempts - 1] ?? null;
}

export type Delivery =
  | { outcome: "sent"; providerId: string }
  | { outcome: "later"; afterSeconds: number | null; reason: string }
  | { outcome: "never"; reason: string };

const NEVER: ReadonlySet<number> = new Set([400, 404, 405, 422, 451]);

/** What a failed answer of the mail service means. No status is a broken line; `afterSeconds` is its own wish. */
export function judgeFailure(failure: {
  status: number | null;
  name: string;
  afterSeconds: number | null;
}): Delivery {
  const reason = `${failure.status ?? "no answer"} ${failure.name}`;
  if (failure.status !== null && NEVER.has(failure.status)) return { outcome: "never", reason };
  if (failure.name === "invalid_idempotent_request") return { outcome: "never", reason };
  return { outcome: "later", afterSeconds: failure.afterSeconds, reason };
}
