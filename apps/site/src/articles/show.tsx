import { findArticlePage, findHomePage } from "@ontsecretaressen/db/articles/find";
import { isArticleSlug } from "@ontsecretaressen/domain/article";
import { ageUntil, dayAge, listTags, rushAge, textTag } from "@ontsecretaressen/domain/freshness";
import { ArticlePage } from "@ontsecretaressen/ui/articles/article";
import { HomePage } from "@ontsecretaressen/ui/articles/home";
import { Hono } from "hono/tiny";
import { notFound, page } from "../answer.tsx";
import { formKey, repliedTo } from "../comments/show.tsx";
import type { AppEnv } from "../context.ts";
import { handOn } from "../hand-on.ts";
import { lost } from "../way-on.ts";

export const articleRoutes = new Hono<AppEnv>();

articleRoutes.get("/", async (c) => {
  const { db, now, siteUrl } = c.get("world");
  const found = await findHomePage(db, now);
  return page(c, <HomePage {...found} siteUrl={siteUrl} now={now} />, {
    tags: [listTags.articles, listTags.comments, listTags.programme],
    edgeSeconds: rushAge,
  });
});

articleRoutes.get("/:slug/:card{deel-.+}", (c) => handOn(c.req.raw, c.env.CARDS));

articleRoutes.get("/:slug/", async (c) => {
  const slug = c.req.param("slug");
  const { db, now, siteUrl } = c.get("world");
  if (!isArticleSlug(slug)) return notFound(c);
  // What somebody just said is hers alone to see: the Worker that knows her shows it.
  if (c.req.query("reactie") !== undefined) return handOn(c.req.raw, c.env.API);
  // Whom somebody answers may stand on any page of the conversation.
  const answered = c.req.query("antwoord");
  const found = await findArticlePage(
    db,
    slug,
    now,
    answered === undefined ? answered : { around: answered },
  );
  if (found === null) return lost(c, slug);
  const form = { key: await formKey(c, found) };
  const replyTo = repliedTo(c, found.conversation);
  return page(
    c,
    <ArticlePage {...found} replyTo={replyTo} thanks={null} form={form} siteUrl={siteUrl} now={now} />,
    {
      tags: [textTag(slug), listTags.articles, listTags.programme],
      edgeSeconds: ageUntil(found.next?.startsAt, now, dayAge),
    },
  );
});
