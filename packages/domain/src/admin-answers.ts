// What the lists of the protected endpoint hold: the contract between it and its clients.
import type { AdminRole } from "./admin.ts";
import type { CommentState } from "./comment.ts";
import type { HeldSetting } from "./comment-limits.ts";
import type { ReportReason, ReportState } from "./report.ts";
import type { Reason } from "./judgement.ts";
import type { EmailKind, EmailState } from "./email.ts";
import type { SuppressionReason } from "./email-event.ts";
import type { PauseReason } from "./email-failure.ts";
import type { Question } from "./question.ts";
import type { Reminder, ReminderState } from "./reminder.ts";
import type { SessionView, StepView } from "./session.ts";
import type { SignupState } from "./signup.ts";

export type Listed<Row> = { items: Row[]; next: string | null };

export type ListedComment = {
  id: string;
  parentId: string | null;
  number: number | null;
  name: string;
  email: string | null;
  body: string;
  state: CommentState;
  /** Goes up with every change of the text. */
  version: number;
  score: number;
  reasons: Reason[];
  postedAt: string;
  article: { slug: string; title: string };
  answers: string | null;
  /** How the text begins that it answers. */
  answered: string | null;
};

/** What became of a comment, and by what that can be undone: null when nothing changed. */
export type JudgedComment = {
  id: string;
  state: CommentState;
  number: number | null;
  article: string;
  undo: string | null;
};

/** What became of several comments: how many changed, stood so already, got another text since they were read, are gone. */
export type Judged = { changed: number; same: number; late: number; gone: number; undo: string | null };

/** How many comments were taken back, and with how many something else was done since. */
export type Undone = { changed: number; late: number };

/** A report with the comment it is about; never the address of who made it. */
export type ListedReport = {
  id: string;
  state: ReportState;
  reason: ReportReason;
  explanation: string;
  wantsAnswer: boolean;
  reportedAt: string;
  /** Whether nobody reported the comment: an organiser took it off of her own accord. */
  byOrganiser: boolean;
  decidedAt: string | null;
  decidedBy: string | null;
  rule: ReportReason | null;
  statement: string | null;
  comment: {
    id: string;
    name: string;
    body: string;
    state: CommentState;
    number: number | null;
    postedAt: string;
  };
  answers: { name: string; body: string } | null;
  article: { slug: string; title: string };
};

/** How much waits for organisers, and how many reports were decided this month. */
export type WaitingCounts = { held: number; unproved: number; reports: number; decided: number };

/** What organisers set for the whole site. */
export type Settings = { heldComments: HeldSetting; version: number };

/** One act of an organiser, with the name of what it was done to. */
export type ListedAct = {
  id: string;
  at: string;
  adminName: string;
  act: string;
  subject: string;
  about: string | null;
  undo: string | null;
};

/** A step with its source, and how many people wait to hear of it. */
export type ListedStep = StepView & { id: string; body: string; version: number; wishes: number };

/** A session with what only organisers and confirmed people know of it. */
export type ListedSession = SessionView & {
  id: string;
  version: number;
  onlineUrl: string | null;
  notes: string;
  questions: Question[];
  /** How many more have a seat than there are now: the capacity was lowered, and nobody is thrown out. */
  overCapacity: number;
};

/** What the people of a session are reminded of, and whether that was done. */
export type ListedReminder = Omit<Reminder, "until"> & { state: ReminderState; doneAt: string | null };

export type ListedSignup = {
  id: string;
  session: string;
  name: string;
  email: string;
  organisation: string;
  role: string;
  note: string;
  /** What she answered to the questions of the session. */
  answers: { question: string; answer: string }[];
  /** The meetings that she was at; 1 is the session itself. */
  attended: number[];
  /** The same for all who came together, and their addresses but hers, each on a line. */
  party: string;
  together: string;
  state: SignupState;
  /** The place of her party on the list: the lowest is next. It stays when she leaves the list. */
  line: number | null;
  heldUntil: string | null;
  offerUntil: string | null;
  signedUpAt: string;
  confirmedAt: string | null;
};

export type ListedEmail = {
  id: string;
  kind: EmailKind;
  to: string;
  subject: string | null;
  state: EmailState;
  attempts: number;
  createdAt: string;
  dueAt: string;
  sentAt: string | null;
  problem: string | null;
  /** Of which email this is the repetition, and which one repeats it. */
  againOf: string | null;
  repeatedBy: string | null;
};

/** One email with all that the mail service told of it, in the order in which it happened. */
export type WholeEmail = ListedEmail & {
  events: { id: string; type: string; at: string; detail: Record<string, string> }[];
  /** Why its address gets no email at all, where that is so. */
  suppression: Omit<ListedSuppression, "address"> | null;
};

/** An address that gets no email. */
export type ListedSuppression = { id: string; address: string; reason: SuppressionReason; at: string };

/** Why no email goes, since when, and until when nobody tries. */
export type ListedPause = { reason: PauseReason; beganAt: string; endsAt: string; problem: string };

/** How many hear of new articles: of all, of each category, and how many did not confirm yet. */
export type SubscriberCounts = {
  subscribers: number;
  ofAll: number;
  ofCategories: { slug: string; title: string; subscribers: number }[];
  asked: number;
};

/** How the emails about an article stand: for how many, how many were written, what became of those; `missed` got none. */
export type ListedMailing = {
  id: string;
  article: { slug: string; title: string };
  beganAt: string;
  doneAt: string | null;
  missed: number;
  subscribers: number;
  written: number;
  waiting: number;
  sent: number;
  stuck: number;
};

/** A token as it is shown the one time that it is made. */
export type MadeToken = {
  id: string;
  name: string;
  roles: AdminRole[];
  token: string;
  expiresAt: string | null;
};
