import { findArticlePage } from "@ontsecretaressen/db/articles/find";
import { isArticleSlug } from "@ontsecretaressen/domain/article";
import { ArticlePage } from "@ontsecretaressen/ui/articles/article";
import { type Context, Hono } from "hono";
import { page } from "../answers.tsx";
import type { AppEnv } from "../context.ts";
import { browserOf } from "../people/browser.ts";

/** An article as one person sees it: with her own comments that still wait. Never kept, and of no use to anyone else. */
export const ownArticleRoutes = new Hono<AppEnv>();

ownArticleRoutes.get("/:slug/", async (c, next) => {
  const slug = c.req.param("slug");
  const asked = c.req.query("reactie");
  if (asked === undefined || !isArticleSlug(slug)) return next();
  const { reader, now, siteUrl, newToken, stamp } = c.get("world");
  const moment = now().toISOString();
  const key = `${newToken()} ${await stamp(now().getTime())}`;
  const found = await findArticlePage(reader, slug, moment, { around: asked }, await browserOf(c));
  if (found === null) return next();
  return page(
    c,
    <ArticlePage
      {...found}
      replyTo={null}
      notice={noticeOf(c, found.conversation.comments)}
      form={{ key, isSent: true }}
      siteUrl={siteUrl}
      now={moment}
    />,
  );
});

function noticeOf(c: Context, comments: { id: string; number: number | null }[]) {
  const asked = c.req.query("reactie");
  if (asked === "mail") return "comment_mail";
  const isVisible = comments.some(({ id, number }) => id === asked && number !== null);
  return isVisible ? null : "comment_held";
}
