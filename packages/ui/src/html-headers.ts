const policies = new Map<string, Promise<string>>();

/**
 * The headers that every page goes out with. The content policy allows nothing but this page's own stylesheet, by its
 * hash, so that a stranger's text that slipped through could still do nothing.
 */
export async function htmlHeaders(html: string): Promise<Record<string, string>> {
  const style = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? "";
  const policy = policies.get(style) ?? policyFor(style);
  policies.set(style, policy);
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": await policy,
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    "referrer-policy": "same-origin",
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
  };
}

async function policyFor(style: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "img-src 'self' data:",
    // Nothing here connects; page inspectors read robots.txt from within the page.
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
