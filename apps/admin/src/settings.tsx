import { AdminSettingsPage } from "@ontsecretaressen/ui/admin/settings";
import { Hono } from "hono";
import { page, refused } from "./answer.tsx";
import type { AppEnv } from "./context.ts";
import { noticeIn, pathWithNotice } from "./notices.ts";
import { signedInClient } from "./sign-in.tsx";

/** What holds for the whole site. */
export const settingsRoutes = new Hono<AppEnv>();

settingsRoutes.get("/beheer/instellingen/", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const { status, body } = await client.ask("GET /settings");
  if (body === null) return refused(c, status);
  return page(c, <AdminSettingsPage settings={body} notice={noticeIn(new URL(c.req.url).searchParams)} />);
});

settingsRoutes.post("/beheer/instellingen/", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const form = new URLSearchParams(await c.req.text());
  const { status } = await client.ask("PUT /settings", {
    json: { heldComments: form.get("heldComments") },
    version: /^\d{1,9}$/u.exec(form.get("version") ?? "")?.[0] ?? "0",
  });
  if (status !== 200) return refused(c, status);
  return c.redirect(pathWithNotice("/beheer/instellingen/", "settings"), 303);
});
