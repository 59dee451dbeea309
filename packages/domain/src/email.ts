import { withoutTurns } from "./text.ts";

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
  "signup_invited",
  "signup_waiting",
  "signup_again",
  "signup_confirmed",
  "signup_on_list",
  "signup_reminder",
  "signup_cancelled",
  "signup_released",
  "signup_withdrawn",
  "seat_offered",
  "offer_ended",
  "seat_passed_on",
  "group_passed_over",
  "session_week",
  "session_tomorrow",
  "session_thanks",
  "session_moved",
  "session_cancelled",
  "session_message",
  "session_planned",
  "step_not_yet",
  "step_opened",
  "wish_confirm",
  "person_link",
  "person_erased",
  "subscriber_confirm",
  "article_published",
  "organiser_summary",
] as const;

export type EmailKind = (typeof emailKinds)[number];

/** Where an email stands. Of the last three, `problem` says why; the four before them are what the mail service tells. */
export const emailStates = [
  "waiting",
  "sending",
  "sent",
  "delivered",
  "delayed",
  "bounced",
  "complained",
  "failed",
  "withheld",
  "expired",
] as const;

export type EmailState = (typeof emailStates)[number];

/** Whether a mailer will still try it by itself. */
export const onItsWay: readonly EmailState[] = ["waiting", "sending"];

/** The states that a person has to do something about. */
export const needsSomebody: readonly EmailState[] = [
  "bounced",
  "complained",
  "failed",
  "withheld",
  "expired",
];

/** Why an email is kept back where somebody decided so, or it was overtaken: nobody has to decide again. */
export const settledProblems = {
  takenBack: "taken back",
  corrected: "its address was corrected",
  overtaken: "overtaken",
} as const;

/** Why an email did not go, or not yet, where that lies with the mailer and is no answer of the mail service. */
export const mailerProblems = {
  gone: "what it was about is gone",
  noAddress: "its address is none that mail can go to",
  tooLate: "too late to try again without sending twice",
  unwritten: "could not be written",
  leaseLost: "its lease went to another mailer",
} as const;

export type MailerProblem = (typeof mailerProblems)[keyof typeof mailerProblems];

/** What an organiser can do with an email. */
export const emailActs = ["repeat", "withhold", "correct"] as const;

export type EmailAct = (typeof emailActs)[number];

// Where the email asks its reader to show that the address is hers: until she did, it may be a slip.
const asksForProof: readonly EmailKind[] = [
  "comment_confirm",
  "signup_held",
  "signup_invited",
  "signup_waiting",
  "signup_again",
];

/** The acts that fit an email as it stands. What is being sent at this moment is left alone. */
export function fittingActs(email: { state: EmailState; kind: EmailKind }): EmailAct[] {
  if (email.state === "sending") return [];
  const correct: EmailAct[] = asksForProof.includes(email.kind) ? ["correct"] : [];
  switch (email.state) {
    case "waiting":
      return ["withhold", ...correct];
    // It never went: somebody may also let it rest.
    case "failed":
    case "expired":
      return ["repeat", "withhold", ...correct];
    default:
      return ["repeat", ...correct];
  }
}

/** Whose links hold a random secret that stands nowhere else but hashed: without it they can't be written. */
export const kindsWithSecret: readonly EmailKind[] = [
  "comment_confirm",
  "comment_waiting",
  "subscriber_confirm",
];

/** What nobody sits waiting for: it lets the others go first. */
export const patientKinds: readonly EmailKind[] = [
  "comment_answered",
  "comment_digest",
  "article_published",
  "organiser_summary",
];

/** How long one mailer keeps a row to itself. Much longer than a run. */
export const leaseSeconds = 120;

const RETRY_SECONDS = [20, 60, 120, 300, 900, 1800, 3600];
const LAST_RETRY_SECONDS = 7200;
/** How long the mail service can ask us to wait at once. */
export const LONGEST_WISH_SECONDS = 3600;

// Resend remembers an idempotency key for 24 hours after the first try: a try after that could send twice.
const TRY_MS = 23 * 3_600_000;

/** `tries` counts those that may have gone out: a refusal at the door is none. The first of them tells since when. */
export type Tried = { tries: number; firstTriedAt: string | null };

/** Whether trying at this moment cannot send an email twice. The first try is always safe. */
export function mayTry({ tries, firstTriedAt }: Tried, at: Date): boolean {
  return tries === 0 || firstTriedAt === null || at.getTime() - Date.parse(firstTriedAt) < TRY_MS;
}

/** When to try again after one that failed, or null when that would be too late. The service's wish counts up to an hour. */
export function nextTry(email: Tried, now: Date, wishSeconds: number | null): string | null {
  const own = RETRY_SECONDS[Math.max(email.tries, 1) - 1] ?? LAST_RETRY_SECONDS;
  const wish = Math.min(wishSeconds ?? 0, LONGEST_WISH_SECONDS);
  const at = new Date(now.getTime() + Math.max(own, wish) * 1000);
  return mayTry(email, at) ? at.toISOString() : null;
}

/** A text for one line of a header: no line ends, no control or direction marks, and not longer than mail programs show. */
export function headerLine(text: string): string {
  return withoutTurns(text)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/ {2,}/gu, " ")
    .trim()
    .slice(0, 250);
}
