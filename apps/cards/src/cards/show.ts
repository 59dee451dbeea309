import { findCardSource } from "@ontsecretaressen/db/articles/cards";
import type { Database } from "@ontsecretaressen/db/client/open";
import { isArticleSlug } from "@ontsecretaressen/domain/article";
import { cardOf, cardPath } from "@ontsecretaressen/domain/card";
import { textTag } from "@ontsecretaressen/domain/freshness";
import { drawCard } from "./draw.ts";

const CARD = /^\/([a-z0-9-]+)\/deel-(\w+)\.png$/u;

const SAFE = {
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "cross-origin",
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
};

/**
 * Answers with the card of a published article. Only what stands in the database is ever drawn: an address that it had
 * before leads to the one that it has now, and any other is 404. Who holds it already gets 304.
 */
export async function showCard(db: Database, path: string, held: string): Promise<Response> {
  const slug = CARD.exec(path)?.[1] ?? "";
  const found = isArticleSlug(slug) ? await findCardSource(db, slug) : null;
  if (found === null)
    return new Response(null, { status: 404, headers: { ...SAFE, "cache-control": "no-store" } });
  const place = cardPath(found);
  if (place !== path)
    return new Response(null, {
      status: 302,
      headers: { ...SAFE, location: place, "cache-control": "no-store" },
    });
  const etag = `"${CARD.exec(path)?.[2] ?? ""}"`;
  const headers = {
    ...SAFE,
    etag,
    "content-type": "image/png",
    "cache-control": "public, max-age=31536000, immutable",
    // So that the title of a text that was withdrawn is gone from the edge too.
    "cache-tag": textTag(found.slug),
  };
  return held.includes(etag)
    ? new Response(null, { status: 304, headers })
    : new Response(await drawCard(cardOf(found)), { headers });
}
