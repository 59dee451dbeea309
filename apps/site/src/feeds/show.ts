import {
  type FeedArticle,
  type FeedSubject,
  findArticleFeed,
  findCommentFeed,
} from "@ontsecretaressen/db/articles/feeds";
import { isArticleSlug } from "@ontsecretaressen/domain/article";
import { dayAge, listTags, textTag } from "@ontsecretaressen/domain/freshness";
import { siteName } from "@ontsecretaressen/ui/words/site";
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { notFound } from "../answer.tsx";
import type { AppEnv } from "../context.ts";
import { file } from "../file.ts";
import { lost } from "../way-on.ts";
import { type Channel, newest } from "./feed.ts";
import { writeAtom } from "./write-atom.ts";
import { writeJsonFeed } from "./write-json.ts";
import { writeArticleRss, writeCommentRss } from "./write-rss.ts";

export const feedRoutes = new Hono<AppEnv>();

type Shape = { type: string; write: (channel: Channel, articles: readonly FeedArticle[]) => string };

const RSS: Shape = { type: "application/rss+xml", write: writeArticleRss };
const ATOM: Shape = { type: "application/atom+xml", write: writeAtom };
const JSON_FEED: Shape = { type: "application/feed+json", write: writeJsonFeed };

feedRoutes.get("/feed/", (c) => articles(c, { kind: "all" }, "/", RSS));
feedRoutes.get("/feed/atom/", (c) => articles(c, { kind: "all" }, "/", ATOM));
feedRoutes.get("/feed.json", (c) => articles(c, { kind: "all" }, "/", JSON_FEED));

feedRoutes.get("/categorie/:slug/feed/", (c) => subject(c, "category", c.req.param("slug")));
feedRoutes.get("/auteur/:slug/feed/", (c) => subject(c, "author", c.req.param("slug")));
feedRoutes.get("/tag/:slug/feed/", (c) => subject(c, "tag", c.req.param("slug")));

feedRoutes.get("/comments/feed/", (c) => comments(c, null));

feedRoutes.get("/:slug/feed/", (c) => comments(c, c.req.param("slug")));

function subject(c: Context<AppEnv>, kind: Exclude<FeedSubject["kind"], "all">, slug: string) {
  return articles(c, { kind, slug }, c.req.path.replace(/feed\/$/u, ""), RSS);
}

async function articles(c: Context<AppEnv>, subject: FeedSubject, path: string, shape: Shape) {
  const { db, siteUrl } = c.get("world");
  const found = await findArticleFeed(db, subject);
  if (found === null) return lost(c, path.slice(1, -1));
  const channel = {
    title: found.title === null ? siteName : `${siteName}: ${found.title}`,
    description: "Artikelen voor mensen in office support die hun vak zien veranderen.",
    path,
    self: c.req.path,
    siteUrl,
  };
  const modified = newest(found.articles.map(({ updatedAt }) => updatedAt));
  return file(
    c,
    { body: shape.write(channel, found.articles), type: shape.type, modified },
    { tags: [listTags.articles], edgeSeconds: dayAge },
  );
}

async function comments(c: Context<AppEnv>, slug: string | null) {
  const { db, siteUrl } = c.get("world");
  if (slug !== null && !isArticleSlug(slug)) return notFound(c);
  const found = await findCommentFeed(db, slug);
  if (found === null) return lost(c, slug ?? "");
  const channel = {
    title: found.title === null ? `Reacties op ${siteName}` : `Reacties op ${found.title}`,
    description: "Wat mensen erover zeggen.",
    path: slug === null ? "/" : `/${slug}/`,
    self: c.req.path,
    siteUrl,
  };
  const modified = newest(found.comments.map(({ judgedAt }) => judgedAt));
  const tags = slug === null ? [listTags.comments, listTags.articles] : [textTag(slug)];
  return file(
    c,
    { body: writeCommentRss(channel, found.comments), type: RSS.type, modified },
    { tags, edgeSeconds: dayAge },
  );
}
