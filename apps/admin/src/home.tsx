import type { ListedSession, ListedSignup } from "@ontsecretaressen/domain/admin-answers";
import { AdminHomePage, type AdminHomePageProps } from "@ontsecretaressen/ui/admin/home";
import { Hono } from "hono";
import { page } from "./answer.tsx";
import type { Client } from "./client.ts";
import type { AppEnv } from "./context.ts";
import { noticeIn } from "./notices.ts";
import { signedInClient } from "./sign-in.tsx";

/** How long a session that was stays on the page: who was there has to be checked in. */
const PAST_DAYS = 31;

/** The organisers' first page: what waits for them, and the buttons to deal with it. */
export const homeRoutes = new Hono<AppEnv>();

homeRoutes.get("/beheer/", async (c) => {
  const client = signedInClient(c);
  const shown = client === null ? null : await collect(client);
  if (shown === null) return c.redirect("/beheer/inloggen", 303);
  return page(c, <AdminHomePage {...shown} notice={noticeIn(new URL(c.req.url).searchParams)} />);
});

/** Everything on the page, or null when the token is not known (any more). What a role may not see stays empty. */
async function collect(client: Client): Promise<Omit<AdminHomePageProps, "notice"> | null> {
  const [me, counts, held, unproved, sessions, signups, waiting, attention, pauses] = await Promise.all([
    client.ask("GET /me"),
    client.ask("GET /counts"),
    client.ask("GET /comments?state=held"),
    client.ask("GET /comments?state=waiting_for_address"),
    client.ask(`GET /sessions?past=${PAST_DAYS}&limit=200`),
    client.ask("GET /signups?limit=200"),
    client.ask("GET /emails?state=waiting,sending&limit=200"),
    client.ask("GET /emails?asking=yes&limit=200"),
    client.ask("GET /pauses"),
  ]);
  if (me.status === 401) return null;
  if (me.body === null) throw new Error(`the protected endpoint answered ${me.status}`);
  return {
    admin: me.body,
    counts: counts.body,
    comments: [...(held.body?.items ?? []), ...(unproved.body?.items ?? [])],
    sessions: (sessions.body?.items ?? []).map((session) => withSignups(session, signups.body?.items ?? [])),
    emails:
      waiting.body === null
        ? null
        : {
            waiting: waiting.body.items.length,
            attention: attention.body?.items.length ?? 0,
            pause: (pauses.body?.items.length ?? 0) > 0,
          },
  };
}

function withSignups(
  session: ListedSession,
  signups: ListedSignup[],
): AdminHomePageProps["sessions"][number] {
  return { session, signups: signups.filter((signup) => signup.session === session.slug) };
}
