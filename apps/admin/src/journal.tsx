import { adminPlaces } from "@ontsecretaressen/ui/admin/frame";
import { AdminJournalPage } from "@ontsecretaressen/ui/admin/journal";
import { Hono } from "hono";
import { page, refused } from "./answer.tsx";
import type { AppEnv } from "./context.ts";
import { noticeIn, pathWithNotice } from "./notices.ts";
import { signedInClient } from "./sign-in.tsx";

const AT_ONCE = 50;

/** Who did what, and the way back. */
export const journalRoutes = new Hono<AppEnv>();

journalRoutes.get("/beheer/journaal/", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const query = new URL(c.req.url).searchParams;
  const before = /^aud_[0-9a-z]{1,40}$/u.exec(query.get("voor") ?? "")?.[0];
  const older = before === undefined ? "" : `&cursor=${before}`;
  const { status, body } = await client.ask(`GET /audit?limit=${AT_ONCE}${older}`);
  if (body === null) return refused(c, status);
  return page(c, <AdminJournalPage acts={body.items} next={body.next} notice={noticeIn(query)} />);
});

journalRoutes.post("/beheer/ongedaan/:bundle{aud_[0-9a-z]+}", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const from = new URLSearchParams(await c.req.text()).get("from");
  const place = adminPlaces.find(({ href }) => href === from)?.href ?? "/beheer/";
  const { status, body } = await client.ask(`POST /acts/${c.req.param("bundle")}/undo`);
  if (body === null) return refused(c, status);
  const done = body.changed === 0 ? "late" : "undo";
  return c.redirect(pathWithNotice(place, done, { count: body.changed }), 303);
});
