const SAFE: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether another site's page made a browser send this write. A request without `Sec-Fetch-Site` and `Origin` comes
 * from a program, which has no one's cookies to abuse.
 */
export function isForeignWrite(request: {
  method: string;
  url: string;
  headers: { get: (name: string) => string | null };
}): boolean {
  if (SAFE.has(request.method)) return false;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  // By host and not by scheme: TLS ends before the Worker.
  return hostOf(origin) !== hostOf(request.url);
}

function hostOf(address: string): string | null {
  return /^https?:\/\/([^/?#]+)/u.exec(address)?.[1] ?? null;
}
