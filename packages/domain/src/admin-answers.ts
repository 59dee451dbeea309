// What the lists of the protected endpoint hold: the contract between it and its clients.
import type { AdminRole } from "./admin.ts";
import type { CommentState } from "./comment.ts";
import type { Reason } from "./judgement.ts";
import type { EmailKind, EmailState } from "./email.ts";
import type { SessionView } from "./session.ts";
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
  score: number;
  reasons: Reason[];
  postedAt: string;
  article: { slug: string; title: string };
  answers: string | null;
};

export type ListedSession = SessionView & { id: string };

export type ListedSignup = {
  id: string;
  session: string;
  name: string;
  email: string;
  organisation: string;
  role: string;
  note: string;
  together: string;
  state: SignupState;
  heldUntil: string | null;
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
};

/** A token as it is shown the one time that it is made. */
export type MadeToken = {
  id: string;
  name: string;
  roles: AdminRole[];
  token: string;
  expiresAt: string | null;
};
