import { AdminReportsPage, type DecisionTyped } from "@ontsecretaressen/ui/admin/reports";
import { type Context, Hono } from "hono";
import { page, refused } from "./answer.tsx";
import type { Client } from "./client.ts";
import type { AppEnv } from "./context.ts";
import { noticeIn, pathWithNotice } from "./notices.ts";
import { signedInClient } from "./sign-in.tsx";

const AT_ONCE = 50;

/** What readers reported, and the two ways to decide about it, each with its reason. */
export const reportRoutes = new Hono<AppEnv>();

reportRoutes.get("/beheer/meldingen/", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  return show(c, client, null);
});

const WAYS = {
  weg: { act: "uphold", to: "upheld" },
  blijft: { act: "dismiss", to: "dismissed" },
} as const;

reportRoutes.post("/beheer/meldingen/:id{rep_[0-9a-z]+}/:way{weg|blijft}", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const report = c.req.param("id");
  const { act } = WAYS[c.req.param("way") === "weg" ? "weg" : "blijft"];
  const form = new URLSearchParams(await c.req.text());
  const [rule, statement] = [form.get("rule") ?? "", form.get("statement") ?? ""];
  const json = { reason: statement, ...(rule === "" ? {} : { rule }) };
  const { status, body } = await client.ask(`POST /reports/${report}/${act}`, { json });
  if (status === 422) return show(c, client, { report, act, rule, statement });
  if (body === null) return refused(c, status);
  return c.redirect(pathWithNotice("/beheer/meldingen/", act), 303);
});

async function show(c: Context<AppEnv>, client: Client, typed: DecisionTyped | null) {
  const { status, body } = await client.ask(`GET /reports?state=open&limit=${AT_ONCE}`);
  if (body === null) return refused(c, status);
  const notice = noticeIn(new URL(c.req.url).searchParams);
  return page(
    c,
    <AdminReportsPage
      reports={body.items}
      hasMore={body.next !== null}
      typed={typed}
      notice={typed === null ? notice : null}
    />,
    typed === null ? 200 : 422,
  );
}
