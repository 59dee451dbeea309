// The tables that readers read, as queries see them: the site carries these alone. What tables really are, with checks and
// indexes, stands in `migrations/`; a test holds the two together.
import type { ArticleKind, ArticleState } from "@ontsecretaressen/domain/article";
import type { CommentState } from "@ontsecretaressen/domain/comment";
import type { Reason } from "@ontsecretaressen/domain/judgement";
import { integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

const id = () => text().primaryKey();

export const authors = sqliteTable("authors", {
  id: id(),
  slug: text().notNull(),
  name: text().notNull(),
  bio: text().notNull(),
  version: integer().notNull(),
});

export const categories = sqliteTable("categories", {
  id: id(),
  slug: text().notNull(),
  title: text().notNull(),
  parentId: text("parent_id"),
  version: integer().notNull(),
});

export const tags = sqliteTable("tags", {
  id: id(),
  slug: text().notNull(),
  title: text().notNull(),
  version: integer().notNull(),
});

export const articleTags = sqliteTable("article_tags", {
  articleId: text("article_id").notNull(),
  tagId: text("tag_id").notNull(),
});

export const redirects = sqliteTable("redirects", {
  fromSlug: text("from_slug").primaryKey(),
  toSlug: text("to_slug").notNull(),
  madeAt: text("made_at").notNull(),
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

export const comments = sqliteTable("comments", {
  id: id(),
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
  formSeconds: real("form_seconds"),
});
