// The tables around the dates of the plan and who came to them, as queries see them; `tables.ts` says more.
import type { QuestionKind } from "@ontsecretaressen/domain/question";
import type { ReminderKind, ReminderState } from "@ontsecretaressen/domain/reminder";
import type { SignupState } from "@ontsecretaressen/domain/signup";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

const id = () => text().primaryKey();

export const steps = sqliteTable("steps", {
  id: id(),
  slug: text().notNull(),
  position: integer().notNull(),
  title: text().notNull(),
  summary: text().notNull(),
  body: text().notNull(),
  bodyHtml: text("body_html").notNull(),
  requiresId: text("requires_id"),
  forWhom: text("for_whom").notNull(),
  opens: text().notNull(),
  guides: text().notNull(),
  priceCents: integer("price_cents"),
  payment: text().notNull(),
  version: integer().notNull(),
});

export const sessions = sqliteTable("sessions", {
  id: id(),
  slug: text().notNull(),
  stepId: text("step_id").notNull(),
  title: text().notNull(),
  summary: text().notNull(),
  startsLocal: text("starts_local").notNull(),
  endsLocal: text("ends_local").notNull(),
  timeZone: text("time_zone").notNull(),
  startsAt: text("starts_at").notNull(),
  endsAt: text("ends_at").notNull(),
  place: text().notNull(),
  address: text().notNull(),
  city: text().notNull(),
  guides: text().notNull(),
  capacity: integer().notNull(),
  state: text().$type<"planned" | "cancelled">().notNull(),
  createdAt: text("created_at").notNull(),
  idempotencyKey: text("idempotency_key"),
  onlineUrl: text("online_url"),
  notes: text().notNull(),
  opensAt: text("opens_at"),
  closesAt: text("closes_at"),
  priceCents: integer("price_cents").notNull(),
  payment: text().notNull(),
  version: integer().notNull(),
  changedAt: text("changed_at"),
  movedFrom: text("moved_from"),
  cancelledAt: text("cancelled_at"),
  cancelReason: text("cancel_reason").notNull(),
  seatsGiven: integer("seats_given").notNull(),
});

export const meetings = sqliteTable("meetings", {
  sessionId: text("session_id").notNull(),
  position: integer().notNull(),
  startsLocal: text("starts_local").notNull(),
  endsLocal: text("ends_local").notNull(),
  startsAt: text("starts_at").notNull(),
  endsAt: text("ends_at").notNull(),
});

export const questions = sqliteTable("questions", {
  id: id(),
  sessionId: text("session_id").notNull(),
  position: integer().notNull(),
  kind: text().$type<QuestionKind>().notNull(),
  label: text().notNull(),
  choices: text({ mode: "json" }).$type<string[]>().notNull(),
  isRequired: integer("is_required", { mode: "boolean" }).notNull(),
  removedAt: text("removed_at"),
});

export const answers = sqliteTable("answers", {
  signupId: text("signup_id").notNull(),
  questionId: text("question_id").notNull(),
  value: text().notNull(),
});

export const attendances = sqliteTable("attendances", {
  signupId: text("signup_id").notNull(),
  meeting: integer().notNull(),
  at: text().notNull(),
  adminId: text("admin_id").notNull(),
});

export const absences = sqliteTable("absences", {
  signupId: text("signup_id").notNull(),
  meeting: integer().notNull(),
  at: text().notNull(),
});

export const openings = sqliteTable("openings", {
  personId: text("person_id").notNull(),
  stepId: text("step_id").notNull(),
  at: text().notNull(),
  adminId: text("admin_id").notNull(),
  reason: text().notNull(),
});

export const wishes = sqliteTable("wishes", {
  id: id(),
  personId: text("person_id").notNull(),
  stepId: text("step_id").notNull(),
  askedAt: text("asked_at").notNull(),
  provedAt: text("proved_at"),
  toldAt: text("told_at"),
});

export const messages = sqliteTable("messages", {
  id: id(),
  sessionId: text("session_id").notNull(),
  subject: text().notNull(),
  body: text().notNull(),
  audience: text({ mode: "json" }).$type<SignupState[]>().notNull(),
  at: text().notNull(),
  adminId: text("admin_id").notNull(),
  idempotencyKey: text("idempotency_key"),
});

export const reminders = sqliteTable("reminders", {
  sessionId: text("session_id").notNull(),
  kind: text().$type<ReminderKind>().notNull(),
  meeting: integer().notNull(),
  dueAt: text("due_at").notNull(),
  state: text().$type<ReminderState>().notNull(),
  doneAt: text("done_at"),
});
