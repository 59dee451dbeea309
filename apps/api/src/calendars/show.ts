import { findOwnCalendar } from "@ontsecretaressen/db/people/calendar";
import { readClaim } from "@ontsecretaressen/domain/claim";
import { writeFeed } from "@ontsecretaressen/ui/calendar/write";
import { seatEntries } from "@ontsecretaressen/ui/calendar/seat";
import { siteName } from "@ontsecretaressen/ui/words/site";
import { Hono } from "hono";
import type { AppEnv } from "../context.ts";

const LOOK_BACK_DAYS = 400;

/** A person's own calendar, for a program that holds its address and asks for it again and again. */
export const calendarRoutes = new Hono<AppEnv>();

calendarRoutes.get("/mijn/agenda/:file{per_[^/]+\\.ics}", async (c) => {
  const { reader, mark, now, siteUrl } = c.get("world");
  const at = now();
  const claim = c.req.param("file").slice(0, -".ics".length);
  const read = await readClaim(mark, { purpose: "calendar", claim, now: at });
  const since = new Date(at.getTime() - LOOK_BACK_DAYS * 86_400_000).toISOString();
  const seats = read === null ? null : await findOwnCalendar(reader, read, { since, now: at.toISOString() });
  c.header("cache-control", "no-store");
  c.header("x-robots-tag", "noindex");
  if (seats === null) return c.text("Deze agenda is er niet meer.", 410);
  // Left out and not called off: what isn't there goes from every calendar that follows it, and some show what is off as before.
  const entries = seats
    .flatMap((seat) => seatEntries(seat, { siteUrl, stamp: at.toISOString() }))
    .filter(({ isHers }) => isHers);
  return c.body(writeFeed(`Mijn agenda bij ${siteName}`, entries), 200, {
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": 'inline; filename="mijn-agenda.ics"',
  });
});
