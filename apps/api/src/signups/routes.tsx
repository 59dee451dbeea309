import { sha256 } from "@ontsecretaressen/db/hash";
import { findPersonByLink, findSignupByLink } from "@ontsecretaressen/db/links";
import { ConfirmPage } from "@ontsecretaressen/ui/confirm";
import { MessagePage } from "@ontsecretaressen/ui/message";
import { MinePage } from "@ontsecretaressen/ui/mine";
import { SignupRetryPage } from "@ontsecretaressen/ui/signup";
import { type Context, Hono } from "hono";
import { page } from "../answers.tsx";
import type { AppEnv } from "../context.ts";
import { answerSubmission } from "../request/answer-submission.tsx";
import { confirmSignup } from "./confirm.ts";
import { postSignup } from "./post.ts";

export const signupRoutes = new Hono<AppEnv>();

signupRoutes.post("/", (c) =>
  answerSubmission(c, {
    verb: postSignup,
    goTo: ({ session }) => `/inschrijven/${session}/?aanmelding=ontvangen#aanmelden`,
    retry: (typed) => <SignupRetryPage {...typed} session={{ slug: typed.values["session"] ?? "" }} />,
  }),
);

/** The pages behind the links in emails. Their address is a secret, so nothing may keep it or pass it on. */
export const linkRoutes = new Hono<AppEnv>();

linkRoutes.use(async (c, next) => {
  await next();
  c.res.headers.set("x-robots-tag", "noindex");
});

linkRoutes.get("/bevestig/:token", async (c) => {
  const { reader, now, siteUrl } = c.get("world");
  const token = c.req.param("token");
  const found = await findSignupByLink(reader, await sha256(token), now().toISOString());
  return found === null ? linkGone(c) : page(c, <ConfirmPage {...found} token={token} siteUrl={siteUrl} />);
});

linkRoutes.post("/bevestig/:token", async (c) => {
  const confirmed = await confirmSignup(c.get("world"), c.req.param("token"));
  return confirmed.ok ? c.redirect(`/mijn/${confirmed.value.personToken}`, 303) : linkGone(c);
});

linkRoutes.get("/mijn/:token", async (c) => {
  const { reader, now, siteUrl } = c.get("world");
  const moment = now().toISOString();
  const found = await findPersonByLink(reader, await sha256(c.req.param("token")), moment);
  return found === null ? linkGone(c) : page(c, <MinePage {...found} siteUrl={siteUrl} now={moment} />);
});

function linkGone(c: Context<AppEnv>): Promise<Response> {
  return page(
    c,
    <MessagePage
      title="Deze link werkt niet meer"
      text="Een link uit een e-mail werkt een tijdje en dan niet meer. Meld je opnieuw aan met hetzelfde adres, dan sturen we je een nieuwe."
      action={{ label: "Naar het programma", href: "/programma/" }}
      siteUrl={c.get("world").siteUrl}
      path="/"
    />,
    410,
  );
}
