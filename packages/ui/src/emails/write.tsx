import type { EmailContent, WrittenEmail } from "@ontsecretaressen/domain/email-content";
import { articlePublished, subscriberConfirm } from "./articles.ts";
import {
  commentAnswered,
  commentConfirm,
  commentDigest,
  commentVisible,
  commentWaiting,
} from "./comments.ts";
import { writeForms } from "./forms.tsx";
import type { EmailPlan } from "./parts.ts";
import { organiserSummary } from "./organisers.ts";
import { personErased, personLink } from "./people.ts";
import { commentRemoved, reportDismissed, reportMade, reportReceived, reportUpheld } from "./reports.ts";
import { sessionCancelled, sessionMessage, sessionThanks, sessionTomorrow, sessionWeek } from "./sessions.ts";
import { sessionMoved } from "./moved.ts";
import {
  groupPassedOver,
  offerEnded,
  seatOffered,
  seatPassedOn,
  signupCancelled,
  signupReminder,
} from "./seats.ts";
import {
  signupAgain,
  signupConfirmed,
  signupHeld,
  signupInvited,
  signupReleased,
  signupOnList,
  signupWaiting,
} from "./signups.ts";
import { sessionPlanned, stepNotYet, stepOpened, wishConfirm } from "./steps.ts";

/** An email as it goes out: HTML and plain text from the same words. */
export const writeEmail = (content: EmailContent): WrittenEmail => writeForms(planOf(content));

function planOf(content: EmailContent): EmailPlan {
  switch (content.kind) {
    case "comment_confirm":
      return commentConfirm(content);
    case "comment_waiting":
      return commentWaiting(content);
    case "comment_visible":
      return commentVisible(content);
    case "comment_answered":
      return commentAnswered(content);
    case "comment_digest":
      return commentDigest(content);
    case "comment_removed":
      return commentRemoved(content);
    case "report_received":
      return reportReceived(content);
    case "report_made":
      return reportMade(content);
    case "report_upheld":
      return reportUpheld(content);
    case "report_dismissed":
      return reportDismissed(content);
    case "signup_held":
      return signupHeld(content);
    case "signup_invited":
      return signupInvited(content);
    case "signup_waiting":
      return signupWaiting(content);
    case "signup_again":
      return signupAgain(content);
    case "signup_confirmed":
      return signupConfirmed(content);
    case "signup_on_list":
      return signupOnList(content);
    case "signup_reminder":
      return signupReminder(content);
    case "signup_cancelled":
    case "signup_withdrawn":
      return signupCancelled(content);
    case "signup_released":
      return signupReleased(content);
    case "seat_offered":
      return seatOffered(content);
    case "offer_ended":
      return offerEnded(content);
    case "seat_passed_on":
      return seatPassedOn(content);
    case "group_passed_over":
      return groupPassedOver(content);
    case "session_week":
      return sessionWeek(content);
    case "session_tomorrow":
      return sessionTomorrow(content);
    case "session_thanks":
      return sessionThanks(content);
    case "session_moved":
      return sessionMoved(content);
    case "session_cancelled":
      return sessionCancelled(content);
    case "session_message":
      return sessionMessage(content);
    case "session_planned":
      return sessionPlanned(content);
    case "step_not_yet":
      return stepNotYet(content);
    case "step_opened":
      return stepOpened(content);
    case "wish_confirm":
      return wishConfirm(content);
    case "person_link":
      return personLink(content);
    case "person_erased":
      return personErased(content);
    case "subscriber_confirm":
      return subscriberConfirm(content);
    case "article_published":
      return articlePublished(content);
    case "organiser_summary":
      return organiserSummary(content);
    default:
      throw new Error(`no such email: ${JSON.stringify(content satisfies never)}`);
  }
}
