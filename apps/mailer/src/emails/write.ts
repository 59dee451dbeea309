import type { EmailOccasion } from "@ontsecretaressen/db/emails/occasions";
import type { ClaimedEmail, EmailBody } from "@ontsecretaressen/db/emails/claim";
import type { EmailContent } from "@ontsecretaressen/domain/email-content";
import { writeEmail } from "@ontsecretaressen/ui/emails/write";
import type { World } from "../context.ts";
import type { CalendarMethod } from "@ontsecretaressen/ui/calendar/write";
import { writeCalendar } from "./calendar.ts";
import { commentContent } from "./write-comment.ts";
import { newsContent } from "./write-news.ts";
import { personContent } from "./write-person.ts";
import { sessionContent } from "./write-session.ts";
import { signupContent } from "./write-signup.ts";
import { stepContent } from "./write-step.ts";

/** What an email says; from whom it comes is the mailer's. */
export type WrittenBody = Omit<EmailBody, "id" | "sender" | "replyTo">;

/** An email in full, with its calendar file where it speaks of a seat; null when it does not fit what it is about. */
export async function writeBody(
  world: World,
  email: ClaimedEmail,
  occasion: EmailOccasion,
): Promise<WrittenBody | null> {
  const content = await contentOf(world, email, occasion);
  if (content === null) return null;
  const calendar = occasion.about === "signup" ? calendarOf(world, content.kind, email, occasion) : null;
  return { ...writeEmail(content), calendar, stopUrl: "stopUrl" in content ? content.stopUrl : null };
}

function contentOf(
  world: World,
  email: ClaimedEmail,
  occasion: EmailOccasion,
): EmailContent | null | Promise<EmailContent | null> {
  switch (occasion.about) {
    case "comment":
      return commentContent(world, email, occasion);
    case "signup":
      return email.kind.startsWith("session_")
        ? sessionContent(world, email, occasion)
        : signupContent(world, email, occasion);
    case "person":
      return personContent(world, email, occasion);
    case "step":
      return stepContent(world, email, occasion);
    case "article":
      return newsContent(world, occasion);
    case "summary":
      return { kind: "organiser_summary", ...occasion.summary, adminUrl: `${world.siteUrl}/beheer/` };
    case "nobody":
      return { kind: "person_erased", homeUrl: `${world.siteUrl}/` };
    default:
      throw new Error(`no such occasion: ${JSON.stringify(occasion satisfies never)}`);
  }
}

type AboutSignup = Extract<EmailOccasion, { about: "signup" }>;

const CALENDARS: Partial<Record<string, CalendarMethod>> = {
  signup_confirmed: "REQUEST",
  session_moved: "REQUEST",
  session_cancelled: "CANCEL",
  signup_cancelled: "CANCEL",
  signup_withdrawn: "CANCEL",
};

// Only hers who said yes: nobody's calendar is filled by what a stranger typed. What was overtaken since puts nothing back.
function calendarOf(
  world: World,
  kind: EmailContent["kind"],
  { toAddress }: ClaimedEmail,
  { id, name, signup, facts }: AboutSignup,
): string | null {
  const { sequence, session, state, absences } = signup;
  const { onlineUrl, entries, was } = facts;
  const comes = state === "confirmed" && !session.isCancelled;
  const method = CALENDARS[kind];
  if (method === undefined || comes === (method === "CANCEL")) return null;
  if (method === "CANCEL" && entries === 0) return null;
  const seat = { signupId: id, sequence, session, onlineUrl, absences };
  // The email before left out what had begun by then.
  const before = Math.max(entries, was?.meetings.length ?? 0);
  return writeCalendar(world, method, seat, { to: { name, email: toAddress }, before });
}
