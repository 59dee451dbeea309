import { listAhead, listForCalendar } from "@ontsecretaressen/db/sessions/agenda";
import { dayAge, listTags, rushAge } from "@ontsecretaressen/domain/freshness";
import { AgendaPage } from "@ontsecretaressen/ui/programme/agenda";
import { Hono } from "hono/tiny";
import { page } from "../answer.tsx";
import type { AppEnv } from "../context.ts";
import { file } from "../file.ts";
import { writeCalendar } from "./calendar.ts";

const KEPT_DAYS = 90;

export const agendaRoutes = new Hono<AppEnv>();

agendaRoutes.get("/agenda/", async (c) => {
  const { db, now, siteUrl } = c.get("world");
  const sessions = await listAhead(db, now);
  return page(c, <AgendaPage sessions={sessions} siteUrl={siteUrl} now={now} />, {
    tags: [listTags.programme],
    edgeSeconds: rushAge,
  });
});

agendaRoutes.get("/agenda.ics", async (c) => {
  const { db, now, siteUrl } = c.get("world");
  const since = new Date(Date.parse(now) - KEPT_DAYS * 86_400_000).toISOString();
  const body = writeCalendar(await listForCalendar(db, since), siteUrl);
  return file(c, { body, type: "text/calendar" }, { tags: [listTags.programme], edgeSeconds: dayAge });
});
