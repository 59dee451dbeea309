import { shortHash } from "@ontsecretaressen/db/hash";
import { everythingTag, type Freshness, listTags, rushAge } from "@ontsecretaressen/domain/freshness";
import { renderDocument } from "@ontsecretaressen/ui/page/document";
import { htmlHeaders } from "@ontsecretaressen/ui/page/html-headers";
import { MessagePage } from "@ontsecretaressen/ui/page/message";
import { NotFoundPage } from "@ontsecretaressen/ui/page/not-found";
import type { Context } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppEnv } from "./context.ts";

const STALE_SECONDS = 86_400;

/** A page that anybody may see, as fresh as it says. One that was asked with a query is somebody's own, and not kept. */
export async function page(
  c: Context<AppEnv>,
  element: JSX.Element,
  freshness: Freshness,
): Promise<Response> {
  const html = renderDocument(element, await c.get("world").menu());
  return kept(c, html, await htmlHeaders(html), freshness);
}

/**
 * An answer that the edge keeps until its age has run out or one of its tags is forgotten, and that a browser asks for
 * again each time, at the price of a 304.
 */
export async function kept(
  c: Context<AppEnv>,
  body: string,
  headers: Record<string, string>,
  freshness: Freshness,
): Promise<Response> {
  if (new URL(c.req.url).search !== "") return c.body(body, 200, { ...headers, "cache-control": "no-store" });
  // Weak, for it says nothing of a form's key: that is another each time, and an older one does as well.
  const etag = `W/"${await shortHash(body.replace(/"key" value="[^"]*/u, ""))}"`;
  const all = { ...headers, etag, ...edgeHeaders(freshness) };
  return c.req.header("if-none-match")?.includes(etag) ? c.body(null, 304, all) : c.body(body, 200, all);
}

function edgeHeaders({ tags, edgeSeconds }: Freshness): Record<string, string> {
  return {
    "cache-control": "public, max-age=0",
    // While the database is down, readers get what the edge still has.
    "cloudflare-cdn-cache-control": `max-age=${edgeSeconds}, stale-while-revalidate=${Math.min(edgeSeconds, 60)}, stale-if-error=${STALE_SECONDS}`,
    "cache-tag": [everythingTag, ...tags].join(","),
  };
}

/** The way to where a text stands now, until something else stands at its old address. */
export function moved(c: Context<AppEnv>, address: string, freshness: Freshness): Response {
  return c.body(null, 301, { location: address, ...edgeHeaders(freshness) });
}

/** A calm page about what could not be shown, with a way on. */
export async function message(
  c: Context<AppEnv>,
  status: ContentfulStatusCode,
  words: { title: string; text: string },
  headers: Record<string, string> = { "cache-control": "no-store" },
): Promise<Response> {
  const html = renderDocument(
    <MessagePage
      {...words}
      action={{ label: "Naar de voorpagina", href: "/" }}
      siteUrl={c.get("world").siteUrl}
      path={c.req.path}
    />,
    await c.get("world").menu(),
  );
  return c.body(html, status, { ...(await htmlHeaders(html)), ...headers });
}

/** The page for an address where nothing is (any more: 410), until something is published or planned. */
export async function notFound(
  c: Context<AppEnv>,
  near: { slug: string; title: string }[] = [],
  status: 404 | 410 = 404,
): Promise<Response> {
  const html = renderDocument(
    <NotFoundPage near={near} isGone={status === 410} siteUrl={c.get("world").siteUrl} path={c.req.path} />,
    await c.get("world").menu(),
  );
  const fresh = edgeHeaders({ tags: [listTags.articles, listTags.programme], edgeSeconds: rushAge });
  return c.body(html, status, { ...(await htmlHeaders(html)), ...fresh });
}
