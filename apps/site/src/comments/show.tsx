import { findConversationPage, findPageOfComment } from "@ontsecretaressen/db/comments/conversation";
import { isArticleSlug } from "@ontsecretaressen/domain/article";
import type { CommentView, Conversation } from "@ontsecretaressen/domain/comment";
import { dayAge, textTag } from "@ontsecretaressen/domain/freshness";
import { ConversationPage } from "@ontsecretaressen/ui/comments/conversation";
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { moved, notFound, page } from "../answer.tsx";
import type { AppEnv } from "../context.ts";
import { leadTo } from "../tidy-address.ts";
import { lost } from "../way-on.ts";

/** The later pages of a long conversation, and the way to one comment in it. */
export const conversationRoutes = new Hono<AppEnv>();

conversationRoutes.get("/:slug/reacties/nieuwste/", (c) => show(c, c.req.param("slug"), "newest", 1));

conversationRoutes.get("/:slug/reacties/nieuwste/:page{[1-9]\\d{0,4}}/", (c) => {
  const { slug, page: number } = c.req.param();
  return number === "1" ? leadTo(c, `/${slug}/reacties/nieuwste/`) : show(c, slug, "newest", Number(number));
});

conversationRoutes.get("/:slug/reacties/:page{[1-9]\\d{0,4}}/", (c) => {
  const { slug, page: number } = c.req.param();
  return number === "1" ? leadTo(c, `/${slug}/`) : show(c, slug, "oldest", Number(number));
});

conversationRoutes.get("/:slug/reacties/:id{cmt_[0-9a-z]+}/", async (c) => {
  const { slug, id } = c.req.param();
  if (!isArticleSlug(slug)) return notFound(c);
  const found = await findPageOfComment(c.get("world").db, slug, id);
  if (found === null) return lost(c, slug);
  const path = found === 1 ? `/${slug}/` : `/${slug}/reacties/${found}/`;
  return moved(c, `${path}#${id}`, { tags: [textTag(slug)], edgeSeconds: dayAge });
});

async function show(
  c: Context<AppEnv>,
  slug: string,
  order: Conversation["order"],
  number: number,
): Promise<Response> {
  const { db, siteUrl } = c.get("world");
  if (!isArticleSlug(slug)) return notFound(c);
  const found = await findConversationPage(db, slug, { order, page: number });
  if (found === null) return lost(c, slug);
  // A comment moves on to another page while somebody reads; below its article it is found on any.
  const answered = c.req.query("antwoord");
  if (answered !== undefined && !found.conversation.comments.some(({ id }) => id === answered)) {
    c.header("cache-control", "no-store");
    return c.redirect(`/${slug}/?antwoord=${encodeURIComponent(answered)}#reageer`);
  }
  return page(
    c,
    <ConversationPage
      {...found}
      replyTo={repliedTo(c, found.conversation)}
      formKey={await formKey(c, found)}
      siteUrl={siteUrl}
    />,
    { tags: [textTag(slug)], edgeSeconds: dayAge },
  );
}

/** Whom somebody answers who followed a comment's own link to the form. */
export function repliedTo(c: Context<AppEnv>, { comments }: Conversation): CommentView | null {
  const asked = c.req.query("antwoord");
  return comments.find(({ id, isDeleted }) => id === asked && !isDeleted) ?? null;
}

/** The same for every reader until the conversation moves on; then when the form was made. */
export async function formKey(
  c: Context<AppEnv>,
  { article, conversation }: { article: { updatedAt: string }; conversation: Conversation },
): Promise<string> {
  return `${article.updatedAt} ${conversation.count} ${await c.get("world").stamp()}`;
}
