// The tables as queries see them. What they really are, with checks and indexes, stands in `migrations/`;
// a test holds the two together.
import type { ArticleKind, ArticleState } from "@ontsecretaressen/domain/article";
import type { EmailKind, EmailState } from "@ontsecretaressen/domain/email";
import type { LinkPurpose } from "@ontsecretaressen/domain/link";
import type { SignupState } from "@ontsecretaressen/domain/signup";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

const id = () => text().primaryKey();

export const authors = sqliteTable("authors", {
  id: id(),
  slug: text().notNull(),
  name: text().notNull(),
  bio: text().notNull(),
});

export const categories = sqliteTable("categories", {
  id: id(),
  slug: text().notNull(),
  title: text().notNull(),
  parentId: text("parent_id"),
});

export const tags = sqliteTable("tags", {
  id: id(),
  slug: text().notNull(),
  title: text().notNull(),
});

export const articleTags = sqliteTable("article_tags", {
  articleId: text("article_id").notNull(),
  tagId: text("tag_id").notNull(),
});

export const articleAuthors = sqliteTable("article_authors", {
  articleId: text("article_id").notNull(),
  authorId: text("author_id").notNull(),
  position: integer().notNull(),
});

export const listings = sqliteTable("listings", {
  subjectId: text("subject_id").notNull(),
  publishedAt: text("published_at").notNull(),
  articleId: text("article_id").notNull(),
});

export const listingCounts = sqliteTable("listing_counts", {
  subjectId: text("subject_id").primaryKey(),
  count: integer().notNull(),
});

export const redirects = sqliteTable("redirects", {
  fromSlug: text("from_slug").primaryKey(),
  toSlug: text("to_slug").notNull(),
  madeAt: text("made_at").notNull(),
});

export const purges = sqliteTable("purges", {
  tag: text().primaryKey(),
  askedAt: text("asked_at").notNull(),
});

export const articles = sqliteTable("articles", {
  id: id(),
  kind: text().$type<ArticleKind>().notNull(),
  slug: text().notNull(),
  title: text().notNull(),
  standfirst: text().notNull(),
  body: text().notNull(),
  bodyHtml: text("body_html").notNull(),
  authorId: text("author_id"),
  categoryId: text("category_id"),
  state: text().$type<ArticleState>().notNull(),
  isOpenForComments: integer("is_open_for_comments", { mode: "boolean" }).notNull(),
  openDays: integer("open_days"),
  publishAt: text("publish_at"),
  trashedAt: text("trashed_at"),
  publishedAt: text("published_at"),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  version: integer().notNull(),
  idempotencyKey: text("idempotency_key"),
  pictureId: text("picture_id"),
});

export const steps = sqliteTable("steps", {
  id: id(),
  slug: text().notNull(),
  position: integer().notNull(),
  title: text().notNull(),
  summary: text().notNull(),
  body: text().notNull(),
  bodyHtml: text("body_html").notNull(),
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
});

export const people = sqliteTable("people", {
  id: id(),
  emailKey: text("email_key").notNull(),
  email: text().notNull(),
  name: text().notNull(),
  createdAt: text("created_at").notNull(),
  confirmedAt: text("confirmed_at"),
});

export const signups = sqliteTable("signups", {
  id: id(),
  sessionId: text("session_id").notNull(),
  personId: text("person_id").notNull(),
  name: text().notNull(),
  email: text().notNull(),
  organisation: text().notNull(),
  role: text().notNull(),
  note: text().notNull(),
  together: text().notNull(),
  state: text().$type<SignupState>().notNull(),
  submission: text().notNull(),
  heldUntil: text("held_until"),
  consentedAt: text("consented_at").notNull(),
  signedUpAt: text("signed_up_at").notNull(),
  confirmedAt: text("confirmed_at"),
});

export const links = sqliteTable("links", {
  hash: id(),
  purpose: text().$type<LinkPurpose>().notNull(),
  personId: text("person_id"),
  signupId: text("signup_id"),
  commentId: text("comment_id"),
  articleId: text("article_id"),
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
  token: text(),
  subject: text(),
  html: text(),
  text: text(),
  calendar: text(),
  personId: text("person_id"),
  stopUrl: text("stop_url"),
  state: text().$type<EmailState>().notNull(),
  attempts: integer().notNull(),
  dueAt: text("due_at").notNull(),
  leaseUntil: text("lease_until"),
  createdAt: text("created_at").notNull(),
  sentAt: text("sent_at"),
  providerId: text("provider_id"),
  problem: text(),
});

export const adminTokens = sqliteTable("admin_tokens", {
  id: id(),
  name: text().notNull(),
  tokenHash: text("token_hash").notNull(),
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
});
