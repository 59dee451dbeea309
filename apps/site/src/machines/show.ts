import { findOverview, listAddresses } from "@ontsecretaressen/db/articles/sitemap";
import { ageUntil, dayAge, listTags } from "@ontsecretaressen/domain/freshness";
import { Hono } from "hono/tiny";
import { notFound } from "../answer.tsx";
import type { AppEnv } from "../context.ts";
import { file } from "../file.ts";
import { writeSitemap, writeSitemapIndex } from "./write-sitemap.ts";
import { writeLlms, writeRobots, writeSecurity } from "./write-texts.ts";

// A sitemap may name 50,000 addresses.
const ADDRESSES_MAX = 40_000;

// A session that begins is no longer among the addresses.
const everythingUntil = (begins: string | undefined, now: string) => ({
  tags: [listTags.articles, listTags.comments, listTags.programme],
  edgeSeconds: ageUntil(begins, now, dayAge),
});

/** What is written for machines. */
export const machineRoutes = new Hono<AppEnv>();

machineRoutes.get("/sitemap.xml", async (c) => {
  const { db, now, siteUrl } = c.get("world");
  const { addresses, count, until } = await listAddresses(db, { now, limit: ADDRESSES_MAX, offset: 0 });
  const body =
    count > ADDRESSES_MAX
      ? writeSitemapIndex(Math.ceil(count / ADDRESSES_MAX), siteUrl)
      : writeSitemap(addresses, siteUrl);
  return file(c, { body, type: "application/xml" }, everythingUntil(until, now));
});

machineRoutes.get("/:part{sitemap-[1-9][0-9]?\\.xml}", async (c) => {
  const { db, now, siteUrl } = c.get("world");
  const offset = (Number.parseInt(c.req.param("part").slice("sitemap-".length), 10) - 1) * ADDRESSES_MAX;
  const { addresses, until } = await listAddresses(db, { now, limit: ADDRESSES_MAX, offset });
  if (addresses.length === 0) return notFound(c);
  return file(
    c,
    { body: writeSitemap(addresses, siteUrl), type: "application/xml" },
    everythingUntil(until, now),
  );
});

machineRoutes.get("/robots.txt", (c) =>
  file(
    c,
    { body: writeRobots(c.get("world").siteUrl), type: "text/plain" },
    { tags: [], edgeSeconds: dayAge },
  ),
);

machineRoutes.get("/.well-known/security.txt", (c) => {
  const { now, siteUrl } = c.get("world");
  return file(
    c,
    { body: writeSecurity(siteUrl, now), type: "text/plain" },
    { tags: [], edgeSeconds: dayAge },
  );
});

machineRoutes.get("/llms.txt", async (c) => {
  const { db, siteUrl } = c.get("world");
  const body = writeLlms(await findOverview(db), siteUrl);
  return file(
    c,
    { body, type: "text/plain" },
    { tags: [listTags.articles, listTags.programme], edgeSeconds: dayAge },
  );
});
