import type { Context, MiddlewareHandler } from "hono";
import type { AppEnv } from "./context.ts";

/** An address of a few words, without the slash that it ends with. */
export const WITHOUT_SLASH = /^(?:\/[a-z0-9-]+){1,4}$/u;

/** What our own pages ask with. Anything else (`utm_…`, `fbclid`) would make the edge keep one page many times. */
const KNOWN: ReadonlySet<string> = new Set(["aanmelding", "antwoord", "q", "reactie", "wens"]);

/** How the site that this one took over spelled its addresses. */
const BEFORE: [RegExp, string][] = [
  [/^(\/(?:[a-z0-9-]+\/)*feed\/)(?:rss2?|rdf)\/$/u, "$1"],
  [/^(\/(?:[a-z0-9-]+\/)+feed\/)atom\/$/u, "$1"],
  [/^\/category\/(?:[a-z0-9-]+\/)*?([a-z0-9-]+\/(?:feed\/|page\/\d+\/)?)$/u, "/categorie/$1"],
  [/^\/author\//u, "/auteur/"],
  [/^(\/(?:categorie|auteur|tag)\/[a-z0-9-]+)\/page\/(\d+)\/$/u, "$1/pagina/$2/"],
  [/^\/(\d{4}\/\d\d)\/$/u, "/archief/$1/"],
  [/^\/page\/(\d+)\/$/u, "/artikelen/pagina/$1/"],
  [/^\/([a-z0-9-]+)\/comment-page-(\d+)\/$/u, "/$1/reacties/$2/"],
  [/^\/\?feed=(?:rss2?|rdf)$/u, "/feed/"],
  [/^\/\?feed=atom$/u, "/feed/atom/"],
  [/^\/\?feed=comments-\w+$/u, "/comments/feed/"],
  [/^\/\?s=([^&]*).*/u, "/zoeken/?q=$1"],
];

const asNow = (path: string) => BEFORE.reduce((now, [old, place]) => now.replace(old, place), path);

/** Leads other spellings of an address to the one it has: with its slash, and without what others hung on it. */
export const tidyAddress: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { pathname, searchParams, search } = new URL(c.req.url);
  const asked = asNow(pathname + search);
  if (search !== "" && asked !== pathname + search) return leadTo(c, asked);
  const path = asNow(WITHOUT_SLASH.test(pathname) ? `${pathname}/` : pathname);
  const known = new URLSearchParams([...searchParams].filter(([name]) => KNOWN.has(name))).toString();
  const hasStrange = [...searchParams.keys()].some((name) => !KNOWN.has(name));
  if (path === pathname && !hasStrange) return next();
  return leadTo(c, path + (hasStrange ? (known === "" ? "" : `?${known}`) : search));
};

/** A permanent way on, which the edge may keep for a while. It never leaves the site: `//` would begin another's address. */
export function leadTo(c: Context<AppEnv>, address: string): Response {
  c.header("cache-control", "public, max-age=3600");
  return c.redirect(address.replace(/^\/+/u, "/"), 301);
}
