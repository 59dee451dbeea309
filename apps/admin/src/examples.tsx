import type { EmailContent } from "@ontsecretaressen/domain/email-content";
import { AdminExamplePage, AdminExamplesPage } from "@ontsecretaressen/ui/admin/examples";
import { writeEmail } from "@ontsecretaressen/ui/emails/write";
import { exampleEmails } from "@ontsecretaressen/ui/examples/emails";
import { type Context, Hono } from "hono";
import { page, refused } from "./answer.tsx";
import type { AppEnv } from "./context.ts";
import { signedInClient } from "./sign-in.tsx";

/** How every kind of email looks, with example data. Nothing of it is anybody's, but only organisers need it. */
export const exampleRoutes = new Hono<AppEnv>();

exampleRoutes.use("/beheer/mails/voorbeelden/*", async (c, next) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const { status, body } = await client.ask("GET /me");
  return body === null ? refused(c, status) : next();
});

exampleRoutes.get("/beheer/mails/voorbeelden/", (c) => {
  const emails = exampleEmails.map((content) => {
    const { subject } = writeEmail(content);
    return { kind: content.kind, subject };
  });
  return page(c, <AdminExamplesPage emails={emails} />);
});

exampleRoutes.get("/beheer/mails/voorbeelden/:kind/", async (c) => {
  const content = exampleOf(c);
  if (content === undefined) return c.notFound();
  const answer = await page(c, <AdminExamplePage kind={content.kind} email={writeEmail(content)} />);
  const policy = answer.headers.get("content-security-policy");
  answer.headers.set("content-security-policy", `${policy}; frame-src 'self'`);
  return answer;
});

exampleRoutes.get("/beheer/mails/voorbeelden/:kind/mail", (c) => {
  const content = exampleOf(c);
  if (content === undefined) return c.notFound();
  // As it is for who has the other dress on, whatever this browser has.
  const dress = c.req.query("donker") === undefined ? "@media not all" : "@media all";
  const html = writeEmail(content).html.replace("@media(prefers-color-scheme:dark)", dress);
  return c.body(html, 200, {
    "content-type": "text/html; charset=utf-8",
    // An email carries its styles in its elements; nothing else is let in, and only our own page may show it.
    "content-security-policy":
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
});

function exampleOf(c: Context<AppEnv>): EmailContent | undefined {
  return exampleEmails.find(({ kind }) => kind === c.req.param("kind"));
}
