import { findArticlePage, findHomePage } from "@ontsecretaressen/db/articles";
import { isArticleSlug } from "@ontsecretaressen/domain/article";
import { ArticlePage } from "@ontsecretaressen/ui/article";
import { HomePage } from "@ontsecretaressen/ui/home";
import { Hono } from "hono/tiny";
import { notFound, page } from "../answer.tsx";
import type { AppEnv } from "../context.ts";

export const articleRoutes = new Hono<AppEnv>();

articleRoutes.get("/", async (c) => {
  const { db, now, siteUrl } = c.get("world");
  return page(c, <HomePage {...await findHomePage(db, now)} siteUrl={siteUrl} now={now} />);
});

articleRoutes.get("/:slug/", async (c) => {
  const slug = c.req.param("slug");
  const { db, now, siteUrl, newKey } = c.get("world");
  const found = isArticleSlug(slug) ? await findArticlePage(db, slug, now) : null;
  if (found === null) return notFound(c);
  const replyTo = found.comments.find((comment) => comment.id === c.req.query("antwoord")) ?? null;
  const notice = c.req.query("reactie") === "ontvangen" ? "comment_received" : null;
  return page(
    c,
    <ArticlePage
      {...found}
      replyTo={replyTo}
      notice={notice}
      form={{ key: newKey() }}
      siteUrl={siteUrl}
      now={now}
    />,
  );
});
