import type { Reason } from "./judgement.ts";
import type { ReminderKind } from "./reminder.ts";
import type { ReportReason } from "./report.ts";
import type { SessionBefore, SessionView } from "./session.ts";
import type { SignupState } from "./signup.ts";

type ToPerson = { name: string; session: SessionView };

/** What is told to who has signed up: her own links, and what only who has a certain seat may know. */
type Coming = ToPerson & {
  isCertain: boolean;
  onlineUrl: string | null;
  notes: string;
  mineUrl: string;
  /** Where she says that she does not come after all; null when nothing of it is to come. */
  seatUrl: string | null;
  /** Whether it is a series that has begun: she says so of one meeting, and keeps her seat. */
  keepsSeat: boolean;
};

/** A date to choose, with where one signs up for it. */
type Dated = { session: SessionView; url: string };

/** The step that she must have attended first, and when one can. */
type StepBefore = { title: string; dates: Dated[] };

type StepNamed = { title: string; summary: string };

type ArticleNamed = { title: string; url: string };

type AboutComment = {
  article: ArticleNamed;
  comment: { name: string; body: string; answers: string | null };
};

/** Why a comment was taken off the site, or why it stays: the statement of reasons. */
type Decided = AboutComment & { rule: ReportReason; statement: string };

/** What waits for the organisers and what happened since yesterday. */
export type Summary = {
  held: number;
  reports: number;
  /** Emails that can't go as they are, or are kept back: somebody has to decide. */
  stuckEmails: number;
  /** What could not be told since: the reminders of a session whose moment passed, and how many an article did not reach. */
  missedReminders: { session: string; kind: ReminderKind }[];
  shortMailings: { article: string; missed: number }[];
  /** Who signed up since, by session. */
  signups: { session: string; count: number }[];
  /** Sessions that are almost full, or are. */
  nearlyFull: { session: string; left: number }[];
};

/** What an organiser can do with a comment from an email, each by a link of its own. */
export const moderationActs = ["approve", "answer", "reject", "spam"] as const;

export type ModerationAct = (typeof moderationActs)[number];

/** All that an email needs to be written. Addresses (`…Url`) are whole and already hold their token. */
export type EmailContent =
  | (AboutComment & { kind: "comment_confirm"; confirmUrl: string; article: ArticleNamed })
  | (AboutComment & {
      kind: "comment_waiting";
      /** How the text begins that it answers. */
      answered: string | null;
      isFirst: boolean;
      /** Why it waits, as the rules found it: each with what it saw. */
      reasons: Reason[];
      acts: { act: ModerationAct; url: string }[];
      adminUrl: string;
    })
  | {
      kind: "comment_visible";
      name: string;
      article: ArticleNamed;
      commentUrl: string;
      /** Whether it was taken off before, and she was told why. */
      isBack: boolean;
    }
  | (AboutComment & { kind: "comment_answered"; name: string; commentUrl: string; stopUrl: string })
  | {
      kind: "comment_digest";
      name: string;
      comments: { name: string; body: string; article: string }[];
      /** How many there are more than are shown. */
      more: number;
      articles: ArticleNamed[];
      stopUrl: string;
    }
  | (Decided & {
      kind: "comment_removed";
      name: string;
      /** Whether somebody reported it. */
      isAsked: boolean;
      articleUrl: string;
    })
  | (AboutComment & { kind: "report_received"; reason: ReportReason; commentUrl: string })
  | (AboutComment & { kind: "report_made"; reason: ReportReason; explanation: string; adminUrl: string })
  | (Decided & { kind: "report_upheld"; articleUrl: string })
  | (Decided & { kind: "report_dismissed"; commentUrl: string })
  | (ToPerson & { kind: "signup_held"; confirmUrl: string; heldUntil: string })
  | {
      kind: "signup_invited";
      session: SessionView;
      /** Who brings her, where we know. */
      broughtBy: string | null;
      /** The seat that is kept for her, and until when; or her place on the list. */
      heldUntil: string | null;
      placeInLine: number | null;
      confirmUrl: string;
    }
  | (ToPerson & { kind: "signup_waiting"; confirmUrl: string; placeInLine: number })
  | (ToPerson & { kind: "signup_again"; state: SignupState; confirmUrl: string })
  | (ToPerson & {
      kind: "signup_confirmed";
      onlineUrl: string | null;
      notes: string;
      mineUrl: string;
      seatUrl: string;
    })
  | (ToPerson & {
      kind: "signup_on_list";
      seatUrl: string;
      placeInLine: number;
      /** Null when a seat that comes free can be hers. */
      before: StepBefore | null;
    })
  | (ToPerson & {
      kind: "signup_reminder";
      /** Whether somebody else signed her up, and who, where we know. */
      brought: { by: string | null } | null;
      confirmUrl: string;
      isWaiting: boolean;
      heldUntil: string;
    })
  | (ToPerson & { kind: "signup_cancelled"; isInCalendar: boolean; stepUrl: string })
  | (ToPerson & { kind: "signup_withdrawn"; isInCalendar: boolean; stepUrl: string })
  | { kind: "signup_released"; session: SessionView; broughtBy: string | null; sessionUrl: string }
  | (ToPerson & { kind: "seat_offered"; seatUrl: string; offerUntil: string })
  | (ToPerson & { kind: "offer_ended"; seatUrl: string })
  | (ToPerson & { kind: "seat_passed_on"; seatUrl: string; before: StepBefore | null })
  | (ToPerson & { kind: "group_passed_over"; seatUrl: string; placeInLine: number })
  | (Coming & { kind: "session_week" })
  | (Coming & {
      kind: "session_tomorrow";
      /** It went out late: what was tomorrow is today. */
      isToday: boolean;
    })
  | (ToPerson & {
      kind: "session_thanks";
      wasThere: boolean;
      stepUrl: string;
      /** The step that is open to who was there. */
      next: { title: string; url: string } | null;
      certificateUrl: string;
    })
  | (Coming & {
      kind: "session_moved";
      /** What it was until then; null where that is not known any more. */
      was: SessionBefore | null;
      /** Whether it asks something that she can still answer, and has not. */
      isUnanswered: boolean;
    })
  | (ToPerson & { kind: "session_cancelled"; isInCalendar: boolean; reason: string; stepUrl: string })
  | (ToPerson & { kind: "session_message"; subject: string; text: string; mineUrl: string })
  | { kind: "step_opened"; name: string; step: StepNamed; stepUrl: string; dates: Dated[] }
  | (ToPerson & { kind: "session_planned"; sessionUrl: string })
  | {
      kind: "wish_confirm";
      name: string;
      step: StepNamed;
      /** Where she says that it was she, or the step itself when she did before. */
      url: string;
      isProved: boolean;
    }
  | (ToPerson & {
      kind: "step_not_yet";
      before: StepBefore;
      /** Until when a seat is kept for her; null when she waits. */
      heldUntil: string | null;
      confirmUrl: string;
    })
  | { kind: "person_link"; name: string; mineUrl: string }
  | { kind: "person_erased"; homeUrl: string }
  | { kind: "subscriber_confirm"; confirmUrl: string }
  | {
      kind: "article_published";
      article: ArticleNamed & { standfirst: string; authors: string[] };
      stopUrl: string;
    }
  | ({ kind: "organiser_summary"; adminUrl: string } & Summary);

/** An email as it goes out: one source, two forms. */
export type WrittenEmail = { subject: string; html: string; text: string };
