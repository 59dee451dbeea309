import type { EmailState } from "./email.ts";

export type SuppressionReason = "bounced" | "complained" | "refused";

/** What a message of the mail service means for the email that it is about; null is kept, and changes nothing. */
export type EventMeaning = { state: EmailState; suppress: SuppressionReason | null };

// Only what came back for good says something of the address.
const PASSING: ReadonlySet<string> = new Set(["transient", "undetermined"]);

/** The meaning of an event's type, and of the kind of bounce where it is one. */
export function meaningOf(type: string, bounceType: string | null): EventMeaning | null {
  switch (type) {
    case "email.sent":
      return { state: "sent", suppress: null };
    case "email.delivery_delayed":
      return { state: "delayed", suppress: null };
    case "email.failed":
      return { state: "failed", suppress: null };
    case "email.suppressed":
      return { state: "withheld", suppress: "refused" };
    case "email.delivered":
      return { state: "delivered", suppress: null };
    case "email.bounced":
      return { state: "bounced", suppress: PASSING.has((bounceType ?? "").toLowerCase()) ? null : "bounced" };
    case "email.complained":
      return { state: "complained", suppress: "complained" };
    default:
      return null;
  }
}

/** The states an event of this state moves an email on from: events come in any order, and it only goes forward. */
export function statesBefore(state: EmailState): EmailState[] {
  const rank = ranks[state];
  return (Object.keys(ranks) as EmailState[]).filter((other) => ranks[other] < rank);
}

// An email whose tries ran out may have gone after all: whatever is heard of it says more.
const ranks: Record<EmailState, number> = {
  waiting: 0,
  sending: 0,
  expired: 0,
  sent: 1,
  delayed: 2,
  failed: 3,
  withheld: 3,
  delivered: 4,
  bounced: 5,
  complained: 6,
};
