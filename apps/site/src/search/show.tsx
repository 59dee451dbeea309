import { searchAll } from "@ontsecretaressen/db/search/find";
import { dayAge } from "@ontsecretaressen/domain/freshness";
import { readQuery } from "@ontsecretaressen/domain/search";
import { SearchPage } from "@ontsecretaressen/ui/articles/search";
import { Hono } from "hono/tiny";
import { page } from "../answer.tsx";
import type { AppEnv } from "../context.ts";

export const searchRoutes = new Hono<AppEnv>();

searchRoutes.get("/zoeken/", async (c) => {
  const { db, now, siteUrl } = c.get("world");
  const query = readQuery(c.req.query("q") ?? "");
  const results = await searchAll(db, query.terms, now);
  return page(c, <SearchPage query={query} results={results} siteUrl={siteUrl} />, {
    tags: [],
    edgeSeconds: dayAge,
  });
});
