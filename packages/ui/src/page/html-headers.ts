import { articleScript } from "./scripts.ts";

const policies = new Map<string, Promise<string>>();

/**
 * The headers that every page goes out with. The content policy allows nothing but this page's own stylesheet and script,
 * by their hashes, so that a stranger's text that slipped through could still do nothing.
 */
export async function htmlHeaders(html: string): Promise<Record<string, string>> {
  const style = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? "";
  // By what it says, never by where it stands: another script must not be let in by standing first.
  const script = html.includes(`<script>${articleScript}</script>`) ? articleScript : null;
  const known = `${style}${script}`;
  const policy = policies.get(known) ?? policyFor(style, script);
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

async function policyFor(style: string, script: string | null): Promise<string> {
  return [
    "default-src 'none'",
    `style-src ${await hashOf(style)}`,
    ...(script === null ? [] : [`script-src ${await hashOf(script)}`]),
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
