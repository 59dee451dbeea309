import { articleScript, draftScript, sentScript } from "./scripts.ts";

const policies = new Map<string, Promise<string>>();

/**
 * The headers that every page goes out with. The content policy allows nothing but this page's own stylesheet and script,
 * by their hashes, so that a stranger's text that slipped through could still do nothing.
 */
export async function htmlHeaders(html: string): Promise<Record<string, string>> {
  const style = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? "";
  // By what it says, never by where it stands: another script must not be let in by standing first.
  const scripts = [articleScript, draftScript, sentScript].filter((script) =>
    html.includes(`<script>${script}</script>`),
  );
  const known = style + scripts.join("");
  const policy = policies.get(known) ?? policyFor(style, scripts);
  policies.set(known, policy);
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

async function policyFor(style: string, scripts: string[]): Promise<string> {
  const hashes = await Promise.all(scripts.map(hashOf));
  return [
    "default-src 'none'",
    `style-src ${await hashOf(style)}`,
    ...(hashes.length === 0 ? [] : [`script-src ${hashes.join(" ")}`]),
    "img-src 'self' data:",
    // Nothing here connects; page inspectors read robots.txt from within the page.
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
