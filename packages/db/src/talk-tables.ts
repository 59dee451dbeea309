// The tables of the conversation, as queries see them; `tables.ts` says more.
import type { CommentState, Pace } from "@ontsecretaressen/domain/comment";
import type { Reason } from "@ontsecretaressen/domain/judgement";
import { integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const comments = sqliteTable("comments", {
  id: text().primaryKey(),
  articleId: text("article_id").notNull(),
  parentId: text("parent_id"),
  personId: text("person_id"),
  number: integer(),
  name: text().notNull(),
  email: text(),
  body: text().notNull(),
  bodyHtml: text("body_html").notNull(),
  wantsNotice: integer("wants_notice", { mode: "boolean" }).notNull(),
  state: text().$type<CommentState>().notNull(),
  submission: text().notNull(),
  postedAt: text("posted_at").notNull(),
  provedAt: text("proved_at"),
  judgedAt: text("judged_at"),
  editedAt: text("edited_at"),
  score: real().notNull(),
  reasons: text({ mode: "json" }).$type<Reason[]>().notNull(),
  learned: text().$type<"spam" | "clear">(),
  fingerprint: text(),
  network: text(),
  thread: integer(),
  version: integer().notNull(),
});

export const rates = sqliteTable("rates", {
  key: text().primaryKey(),
  count: integer().notNull(),
  endsAt: text("ends_at").notNull(),
});

export const settings = sqliteTable("settings", {
  name: text().$type<"held_comments">().primaryKey(),
  value: text().notNull(),
  version: integer().notNull(),
});

export const subscriptions = sqliteTable("subscriptions", {
  personId: text("person_id").notNull(),
  articleId: text("article_id").notNull(),
  pace: text().$type<Pace>().notNull(),
  madeAt: text("made_at").notNull(),
});

export const learnedWords = sqliteTable("learned_words", {
  word: text().primaryKey(),
  spam: integer().notNull(),
  clear: integer().notNull(),
});
