// The tables about people and those who work here, as queries see them; `tables.ts` says more.
import type { EmailKind, EmailState } from "@ontsecretaressen/domain/email";
import type { SuppressionReason } from "@ontsecretaressen/domain/email-event";
import type { PauseReason } from "@ontsecretaressen/domain/email-failure";
import type { LinkPurpose } from "@ontsecretaressen/domain/link";
import type { ReportReason, ReportState } from "@ontsecretaressen/domain/report";
import type { SessionBefore } from "@ontsecretaressen/domain/session";
import type { SignupState } from "@ontsecretaressen/domain/signup";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

const id = () => text().primaryKey();

export const purges = sqliteTable("purges", {
  tag: text().primaryKey(),
  askedAt: text("asked_at").notNull(),
});

export const people = sqliteTable("people", {
  id: id(),
  emailKey: text("email_key").notNull(),
  email: text().notNull(),
  name: text().notNull(),
  createdAt: text("created_at").notNull(),
  confirmedAt: text("confirmed_at"),
  addressVersion: integer("address_version").notNull(),
  calendarsEnded: integer("calendars_ended").notNull(),
});

export const signups = sqliteTable("signups", {
  id: id(),
  sessionId: text("session_id").notNull(),
  personId: text("person_id").notNull(),
  partyId: text("party_id").notNull(),
  name: text().notNull(),
  email: text().notNull(),
  organisation: text().notNull(),
  role: text().notNull(),
  note: text().notNull(),
  state: text().$type<SignupState>().notNull(),
  stateAt: text("state_at").notNull(),
  line: integer(),
  submission: text().notNull(),
  heldUntil: text("held_until"),
  offerUntil: text("offer_until"),
  consentedAt: text("consented_at"),
  signedUpAt: text("signed_up_at").notNull(),
  confirmedAt: text("confirmed_at"),
  remindedAt: text("reminded_at"),
  passedOverAt: text("passed_over_at"),
  sequence: integer().notNull(),
  certificatesEnded: integer("certificates_ended").notNull(),
});

export const brought = sqliteTable("brought", {
  id: id(),
  byId: text("by_id").notNull(),
  personId: text("person_id").notNull(),
  email: text().notNull(),
  submission: text().notNull(),
  at: text().notNull(),
  until: text().notNull(),
  releasedAt: text("released_at"),
});

export const links = sqliteTable("links", {
  hash: id(),
  purpose: text().$type<LinkPurpose>().notNull(),
  personId: text("person_id"),
  commentId: text("comment_id").notNull(),
  madeAt: text("made_at").notNull(),
  expiresAt: text("expires_at").notNull(),
  usedAt: text("used_at"),
});

export const emails = sqliteTable("emails", {
  id: id(),
  kind: text().$type<EmailKind>().notNull(),
  toAddress: text("to_address").notNull(),
  commentId: text("comment_id"),
  signupId: text("signup_id"),
  personId: text("person_id"),
  reportId: text("report_id"),
  token: text(),
  subject: text(),
  html: text(),
  text: text(),
  calendar: text(),
  stopUrl: text("stop_url"),
  sender: text(),
  replyTo: text("reply_to"),
  sessionId: text("session_id"),
  stepId: text("step_id"),
  messageId: text("message_id"),
  meeting: integer(),
  was: text({ mode: "json" }).$type<SessionBefore>(),
  state: text().$type<EmailState>().notNull(),
  attempts: integer().notNull(),
  dueAt: text("due_at").notNull(),
  leaseUntil: text("lease_until"),
  createdAt: text("created_at").notNull(),
  firstTriedAt: text("first_tried_at"),
  sentAt: text("sent_at"),
  providerId: text("provider_id"),
  problem: text(),
  againOf: text("again_of"),
  articleId: text("article_id"),
});

export const emailEvents = sqliteTable("email_events", {
  id: id(),
  emailId: text("email_id"),
  type: text().notNull(),
  at: text().notNull(),
  receivedAt: text("received_at").notNull(),
  detail: text({ mode: "json" }).$type<Record<string, string>>().notNull(),
});

export const suppressions = sqliteTable("suppressions", {
  id: id(),
  addressKey: text("address_key").notNull(),
  reason: text().$type<SuppressionReason>().notNull(),
  at: text().notNull(),
  liftedAt: text("lifted_at"),
  liftedBy: text("lifted_by"),
});

export const mailPauses = sqliteTable("mail_pauses", {
  reason: text().$type<PauseReason>().primaryKey(),
  beganAt: text("began_at").notNull(),
  endsAt: text("ends_at").notNull(),
  problem: text().notNull(),
});

export const settings = sqliteTable("settings", {
  name: text().$type<"held_comments">().primaryKey(),
  value: text().notNull(),
  version: integer().notNull(),
});

export const reports = sqliteTable("reports", {
  id: id(),
  commentId: text("comment_id").notNull(),
  reason: text().$type<ReportReason>().notNull(),
  explanation: text().notNull(),
  email: text(),
  state: text().$type<ReportState>().notNull(),
  submission: text().notNull(),
  reportedAt: text("reported_at").notNull(),
  byOrganiser: integer("by_organiser", { mode: "boolean" }).notNull(),
  decidedAt: text("decided_at"),
  decidedBy: text("decided_by"),
  rule: text().$type<ReportReason>(),
  statement: text(),
});

export const adminTokens = sqliteTable("admin_tokens", {
  id: id(),
  name: text().notNull(),
  tokenHash: text("token_hash").notNull(),
  email: text(),
  roles: text().notNull(),
  createdAt: text("created_at").notNull(),
  expiresAt: text("expires_at"),
  revokedAt: text("revoked_at"),
});

export const audit = sqliteTable("audit", {
  id: id(),
  at: text().notNull(),
  adminId: text("admin_id").notNull(),
  adminName: text("admin_name").notNull(),
  act: text().notNull(),
  subject: text().notNull(),
  idempotencyKey: text("idempotency_key"),
  bundle: text(),
  change: text(),
});
