import { AdminEmailPage, type AdminEmailPageProps } from "@ontsecretaressen/ui/admin/email";
import { AdminEmailsPage, type EmailView, emailViews } from "@ontsecretaressen/ui/admin/emails";
import { faultSentences } from "@ontsecretaressen/ui/words/faults";
import { emailRefusals } from "@ontsecretaressen/ui/words/emails";
import { type Context, Hono } from "hono";
import { message, page, refused } from "./answer.tsx";
import type { Client } from "./client.ts";
import type { AppEnv } from "./context.ts";
import { noticeIn, pathWithNotice } from "./notices.ts";
import { signedInClient } from "./sign-in.tsx";

const AT_ONCE = 50;

const ASKED: Record<EmailView, string> = {
  aandacht: "asking=yes",
  onderweg: "state=waiting,sending,sent,delayed",
  alle: "state=",
};

/** What went out, what became of it, and what can be done with it. */
export const emailRoutes = new Hono<AppEnv>();

emailRoutes.get("/beheer/mails/", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const query = new URL(c.req.url).searchParams;
  const view = emailViews.find((known) => known === query.get("stand")) ?? "aandacht";
  const before = /^eml_[0-9a-z]{1,80}$/u.exec(query.get("voor") ?? "")?.[0];
  const older = before === undefined ? "" : `&cursor=${before}`;
  const [emails, mailings, suppressions, pauses] = await Promise.all([
    client.ask(`GET /emails?${ASKED[view]}&limit=${AT_ONCE}${older}`),
    client.ask("GET /mailings?limit=5"),
    client.ask("GET /suppressions"),
    client.ask("GET /pauses"),
  ]);
  if (emails.body === null) return refused(c, emails.status);
  return page(
    c,
    <AdminEmailsPage
      view={view}
      emails={emails.body.items}
      next={emails.body.next}
      mailings={mailings.body?.items ?? []}
      suppressions={suppressions.body?.items ?? []}
      pauses={pauses.body?.items ?? []}
      notice={noticeIn(query)}
    />,
  );
});

emailRoutes.get("/beheer/mails/:id{eml_[0-9a-z]+}/", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  return show(c, client, c.req.param("id"), null);
});

const WAYS = { opnieuw: "repeat", "houd-tegen": "withhold" } as const;

emailRoutes.post("/beheer/mails/:id{eml_[0-9a-z]+}/:way{opnieuw|houd-tegen}", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const act = WAYS[c.req.param("way") === "opnieuw" ? "opnieuw" : "houd-tegen"];
  const { status, body, code } = await client.ask(`POST /emails/${c.req.param("id")}/${act}`);
  if (body === null) return refusedEmail(c, status, code);
  return c.redirect(pathWithNotice(`/beheer/mails/${body.id}/`, act), 303);
});

emailRoutes.post("/beheer/mails/:id{eml_[0-9a-z]+}/verbeter", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const id = c.req.param("id");
  const email = new URLSearchParams(await c.req.text()).get("rightEmail") ?? "";
  const { status, body, code } = await client.ask(`POST /emails/${id}/correct`, { json: { email } });
  if (status === 422) {
    const fault = email.trim() === "" ? "missing" : "not_an_address";
    return show(c, client, id, { email, faults: faultSentences({ rightEmail: fault }) });
  }
  if (body === null) return refusedEmail(c, status, code);
  return c.redirect(pathWithNotice(`/beheer/mails/${body.id}/`, "correct"), 303);
});

emailRoutes.post("/beheer/mails/adressen/:id{sup_[0-9a-z]+}", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const { status } = await client.ask(`DELETE /suppressions/${c.req.param("id")}`);
  const from = /^eml_[0-9a-z]+$/u.exec(new URLSearchParams(await c.req.text()).get("mail") ?? "")?.[0];
  const path = from === undefined ? "/beheer/mails/" : `/beheer/mails/${from}/`;
  return status === 204 ? c.redirect(pathWithNotice(path, "lift"), 303) : refused(c, status);
});

emailRoutes.post("/beheer/mails/pauze/:reason{rest|day|month|refused}", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const { status } = await client.ask(`DELETE /pauses/${c.req.param("reason")}`);
  // One that ended by itself meanwhile is as good.
  const isOver = status === 204 || status === 404;
  return isOver ? c.redirect(pathWithNotice("/beheer/mails/", "resume"), 303) : refused(c, status);
});

async function show(c: Context<AppEnv>, client: Client, id: string, typed: AdminEmailPageProps["typed"]) {
  const { status, body } = await client.ask(`GET /emails/${id}`);
  if (body === null) return refused(c, status);
  const notice = typed === null ? noticeIn(new URL(c.req.url).searchParams) : null;
  return page(c, <AdminEmailPage email={body} typed={typed} notice={notice} />, typed === null ? 200 : 422);
}

function refusedEmail(c: Context<AppEnv>, status: number, code: string) {
  const sentence = emailRefusals[code];
  if (status !== 409 || sentence === undefined) return refused(c, status);
  return message(c, 409, "Dat kan met deze e-mail niet", sentence);
}
