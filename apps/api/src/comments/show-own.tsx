import { findArticlePage } from "@ontsecretaressen/db/articles/find";
import type { Database } from "@ontsecretaressen/db/client/open";
import { findOwnComment } from "@ontsecretaressen/db/comments/own";
import { findWayOn } from "@ontsecretaressen/db/articles/redirects";
import { isArticleSlug } from "@ontsecretaressen/domain/article";
import { toldState } from "@ontsecretaressen/domain/own-comment";
import { ArticlePage } from "@ontsecretaressen/ui/articles/article";
import { type SentState, Thanks } from "@ontsecretaressen/ui/comments/thanks";
import { Hono } from "hono";
import { moved, page } from "../answers.tsx";
import type { AppEnv } from "../context.ts";
import { browserOf } from "../people/browser.ts";

/** An article as one person sees it: with her own comments that still wait. Never kept, and of no use to anyone else. */
export const ownArticleRoutes = new Hono<AppEnv>();

ownArticleRoutes.get("/:slug/", async (c, next) => {
  const slug = c.req.param("slug");
  const asked = c.req.query("reactie");
  if (asked === undefined || !isArticleSlug(slug)) return next();
  const { reader, now, siteUrl, stamp } = c.get("world");
  const moment = now().toISOString();
  const personId = await browserOf(c);
  const [found, state] = await Promise.all([
    findArticlePage(reader, slug, moment, { around: asked }, personId),
    stateOf(reader, asked, personId),
  ]);
  if (found === null) {
    const { to } = await findWayOn(reader, slug);
    return to === null ? next() : moved(c, `/${to}/`);
  }
  // Who comes back to the page after her own comment sends the same one from it.
  const about = state === null || state === "mail" ? found.conversation.count : asked;
  return page(
    c,
    <ArticlePage
      {...found}
      replyTo={null}
      thanks={state === null ? null : <Thanks state={state} />}
      form={{ key: `${found.article.updatedAt} ${about} ${await stamp(now().getTime())}` }}
      siteUrl={siteUrl}
      now={moment}
    />,
  );
});

/** Where a comment stands that somebody comes from: nobody but its own writer may know. */
async function stateOf(reader: Database, id: string, personId: string | null): Promise<SentState | null> {
  if (id === "mail") return "mail";
  const own = personId === null ? null : await findOwnComment(reader, personId, id);
  return own === null || own.state === "deleted" ? null : toldState(own);
}
