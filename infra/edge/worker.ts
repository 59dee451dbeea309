// The edge on one's own machine: a Worker in front of the public one that keeps answers by the rules Cloudflare
// documents for its Workers Cache, so that what is stale there is stale here too. It runs in workerd, so it has no types
// of Node; it is handed over as text (see local/edge.ts).
import { WorkerEntrypoint } from "cloudflare:workers";

type Upstream = { fetch(request: Request): Promise<Response>; purgeTags(tags: string[]): Promise<boolean> };
type Kept = {
  body: ArrayBuffer;
  status: number;
  headers: [string, string][];
  tags: string[];
  keptAt: number;
  age: Ages;
};
type Ages = { fresh: number; stale: number; onError: number };

const kept = new Map<string, Kept>();

// Said to the edge, and not passed on.
const OWN_HEADERS = ["cache-tag", "cloudflare-cdn-cache-control"];

// What Cloudflare guesses when an answer says nothing: kept by accident here as there.
const GUESSED: Record<number, number> = { 200: 7200, 301: 1200, 404: 180, 405: 60, 501: 60 };

// An account has a bucket of so many purges, into which five more come each minute; one call names at most a hundred tags.
const REFILL_MS = 12_000;
const TAGS_MAX = 100;
let spent: number[] = [];

export default class Edge extends WorkerEntrypoint<{ ORIGIN: Upstream; PURGES: string }> {
  override async fetch(request: Request): Promise<Response> {
    const isKeepable = request.method === "GET" || request.method === "HEAD";
    if (!isKeepable || request.headers.has("authorization")) return this.pass(request);
    const url = new URL(request.url);
    const key = url.pathname + url.search;
    const found = kept.get(key);
    const seconds = found === undefined ? 0 : (Date.now() - found.keptAt) / 1000;
    if (found !== undefined && seconds < found.age.fresh) return answer(request, found, "HIT");
    if (found !== undefined && seconds < found.age.fresh + found.age.stale) {
      this.ctx.waitUntil(this.refresh(request, key).catch(() => undefined));
      return answer(request, found, "STALE");
    }
    const fresh = await this.refresh(request, key).catch(() => null);
    const isFault = fresh === null || fresh.status >= 500;
    if (isFault && found !== undefined && seconds < found.age.fresh + found.age.onError)
      return answer(request, found, "STALE");
    return fresh ?? new Response("", { status: 502 });
  }

  async purgeTags(tags: string[]): Promise<boolean> {
    if (tags.length > TAGS_MAX || !this.mayPurge()) return false;
    const forgotten = new Set(tags);
    for (const [key, { tags: own }] of kept) if (own.some((tag) => forgotten.has(tag))) kept.delete(key);
    return this.env.ORIGIN.purgeTags(tags);
  }

  private mayPurge(): boolean {
    const now = Date.now();
    // Each purge is spent until its place has been filled again, one after another.
    spent = spent.filter((refilledAt) => refilledAt > now);
    if (spent.length >= Number(this.env.PURGES)) return false;
    spent.push(Math.max(now, spent.at(-1) ?? 0) + REFILL_MS);
    return true;
  }

  private async pass(request: Request): Promise<Response> {
    return stripped(await this.env.ORIGIN.fetch(request), "BYPASS");
  }

  private async refresh(request: Request, key: string): Promise<Response> {
    const asked = new Request(request, { method: "GET", headers: withoutConditions(request.headers) });
    const response = await this.env.ORIGIN.fetch(asked);
    const age = agesOf(response);
    if (age === null) return stripped(response, "BYPASS");
    const entry: Kept = {
      body: await response.arrayBuffer(),
      status: response.status,
      headers: [...response.headers].filter(([name]) => !OWN_HEADERS.includes(name)),
      tags: (response.headers.get("cache-tag") ?? "").split(",").map((tag) => tag.trim()),
      keptAt: Date.now(),
      age,
    };
    kept.set(key, entry);
    return answer(request, entry, "MISS");
  }
}

function agesOf(response: Response): Ages | null {
  const { headers, status } = response;
  const rule =
    headers.get("cloudflare-cdn-cache-control") ??
    headers.get("cdn-cache-control") ??
    headers.get("cache-control");
  if (headers.has("set-cookie") || headers.get("vary") === "*" || status === 206) return null;
  if (rule === null) {
    const fresh = GUESSED[status];
    return fresh === undefined ? null : { fresh, stale: 0, onError: Infinity };
  }
  if (/\b(?:no-store|private|no-cache)\b/u.test(rule)) return null;
  const seconds = (name: string) =>
    Number(new RegExp(`(?:^|[ ,])${name}=(\\d+)`, "u").exec(rule)?.[1] ?? NaN);
  const fresh = Number.isNaN(seconds("s-maxage")) ? seconds("max-age") : seconds("s-maxage");
  if (Number.isNaN(fresh) || fresh === 0) return null;
  const isStrict = /s-maxage|must-revalidate|proxy-revalidate/u.test(rule);
  const or = (value: number, otherwise: number) => (Number.isNaN(value) ? otherwise : value);
  return {
    fresh,
    stale: isStrict ? 0 : or(seconds("stale-while-revalidate"), 0),
    onError: isStrict ? 0 : or(seconds("stale-if-error"), Infinity),
  };
}

function answer(request: Request, entry: Kept, status: string): Response {
  const headers = new Headers(entry.headers);
  headers.set("cf-cache-status", status);
  headers.set("age", String(Math.floor((Date.now() - entry.keptAt) / 1000)));
  const etag = headers.get("etag");
  if (etag !== null && (request.headers.get("if-none-match") ?? "").includes(etag))
    return new Response(null, { status: 304, headers });
  return new Response(request.method === "HEAD" ? null : entry.body, { status: entry.status, headers });
}

function stripped(response: Response, status: string): Response {
  const own = new Response(response.body, response);
  for (const name of OWN_HEADERS) own.headers.delete(name);
  own.headers.set("cf-cache-status", status);
  return own;
}

function withoutConditions(headers: Headers): Headers {
  const own = new Headers(headers);
  own.delete("if-none-match");
  own.delete("if-modified-since");
  return own;
}
