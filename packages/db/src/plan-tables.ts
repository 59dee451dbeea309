// The tables around the dates of the plan and who came to them, as queries see them; `tables.ts` says more.
import type { QuestionKind } from "@ontsecretaressen/domain/question";
import type { ReminderKind, ReminderState } from "@ontsecretaressen/domain/reminder";
import type { SignupState } from "@ontsecretaressen/domain/signup";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

const id = () => text().primaryKey();

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
