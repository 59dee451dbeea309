import {
  findAllArticles,
  findAuthor,
  findCategory,
  findMonth,
  findTag,
} from "@ontsecretaressen/db/articles/archives";
import type { Database } from "@ontsecretaressen/db/client/open";
import { type ArchivePage as ArchivePageView, monthBounds } from "@ontsecretaressen/domain/archive";
import { dayAge, listTags } from "@ontsecretaressen/domain/freshness";
import { ArchivePage } from "@ontsecretaressen/ui/articles/archive";
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { notFound, page } from "../answer.tsx";
import type { AppEnv } from "../context.ts";
import { leadTo } from "../tidy-address.ts";
import { lost } from "../way-on.ts";

export const archiveRoutes = new Hono<AppEnv>();

type Find = (
  db: Database,
  param: (name: string) => string,
  page: number,
) => ArchivePageView | null | Promise<ArchivePageView | null>;

const ARCHIVES: Record<string, Find> = {
  "/artikelen/": (db, _param, number) => findAllArticles(db, number),
  "/categorie/:slug/": (db, param, number) => findCategory(db, param("slug"), number),
  "/tag/:slug/": (db, param, number) => findTag(db, param("slug"), number),
  "/auteur/:slug/": (db, param, number) => findAuthor(db, param("slug"), number),
  "/archief/:year/:month/": (db, param, number) => {
    const month = `${param("year")}-${param("month")}`;
    const bounds = monthBounds(month);
    return bounds === null ? null : findMonth(db, { month, ...bounds }, number);
  },
};

for (const [path, find] of Object.entries(ARCHIVES)) {
  archiveRoutes.get(path, (c) => show(c, find, 1));
  archiveRoutes.get(`${path}pagina/:number/`, (c) => {
    const number = c.req.param("number") ?? "";
    if (number === "1") return leadTo(c, c.req.path.replace(/pagina\/1\/$/u, ""));
    return /^[1-9]\d{0,6}$/u.test(number) ? show(c, find, Number(number)) : notFound(c);
  });
}

async function show(c: Context<AppEnv>, find: Find, number: number): Promise<Response> {
  const { db, siteUrl } = c.get("world");
  const found = await find(db, (name) => c.req.param(name) ?? "", number);
  // A subject that got another address leaves a way from the old one.
  if (found === null) return lost(c, c.req.path.split("/").slice(1, 3).join("/"));
  return page(c, <ArchivePage {...found} siteUrl={siteUrl} />, {
    tags: [listTags.articles, listTags.comments],
    edgeSeconds: dayAge,
  });
}
