import type { ListedSession, ListedSignup } from "@ontsecretaressen/domain/admin-answers";
import { AdminHomePage, type AdminHomePageProps } from "@ontsecretaressen/ui/admin";
import { type Context, Hono } from "hono";
import { message, page } from "./answer.tsx";
import { type Client, clientOf } from "./client.ts";
import type { AppEnv } from "./context.ts";
import { signedInToken } from "./sign-in.tsx";

const NOTICES: Partial<Record<string, string>> = {
  geplaatst: "De reactie staat op de site.",
  afgewezen: "De reactie blijft van de site.",
  reclame: "De reactie blijft van de site. We onthouden hoe reclame eruitziet.",
};

/** The organisers' first page: what waits for them, and the buttons to deal with it. */
export const homeRoutes = new Hono<AppEnv>();

homeRoutes.get("/beheer/", async (c) => {
  const client = signedInClient(c);
  const shown = client === null ? null : await collect(client);
  if (shown === null) return c.redirect("/beheer/inloggen", 303);
  return page(c, <AdminHomePage {...shown} notice={NOTICES[c.req.query("gedaan") ?? ""] ?? null} />);
});

const ACTS = {
  plaatsen: ["approve", "geplaatst"],
  afwijzen: ["reject", "afgewezen"],
  reclame: ["spam", "reclame"],
} as const;

homeRoutes.post("/beheer/reacties/:id{cmt_[0-9a-z]+}/:act{plaatsen|afwijzen|reclame}", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const asked = c.req.param("act");
  const [act, done] = ACTS[asked === "plaatsen" || asked === "reclame" ? asked : "afwijzen"];
  const { status } = await client.act(`POST /comments/${c.req.param("id")}/${act}`);
  switch (status) {
    case 200:
      return c.redirect(`/beheer/?gedaan=${done}`, 303);
    case 401:
      return c.redirect("/beheer/inloggen", 303);
    case 403:
      return message(
        c,
        403,
        "Dat mag jij nog niet",
        "Vraag een andere organisator om deze rol voor je aan te zetten.",
      );
    case 404:
      return message(
        c,
        404,
        "Deze reactie is er niet meer",
        "Misschien heeft iemand anders hem net weggehaald.",
      );
    default:
      return message(c, 503, "Dat lukt nu even niet", "Er is niets veranderd. Probeer het zo weer.");
  }
});

function signedInClient(c: Context<AppEnv>): Client | null {
  const token = signedInToken(c);
  return token === null ? null : clientOf(c.env.API, token);
}

/** Everything on the page, or null when the token is not known (any more). What a role may not see stays empty. */
async function collect(client: Client): Promise<Omit<AdminHomePageProps, "notice"> | null> {
  const [me, held, unproved, sessions, signups, recent, waiting, failed] = await Promise.all([
    client.ask("GET /me"),
    client.ask("GET /comments?state=held"),
    client.ask("GET /comments?state=waiting_for_address"),
    client.ask("GET /sessions"),
    client.ask("GET /signups?limit=200"),
    client.ask("GET /emails?limit=20"),
    client.ask("GET /emails?state=waiting&limit=200"),
    client.ask("GET /emails?state=failed&limit=200"),
  ]);
  if (me.status === 401) return null;
  if (me.body === null) throw new Error(`the protected endpoint answered ${me.status}`);
  return {
    admin: me.body,
    comments: [...(held.body?.items ?? []), ...(unproved.body?.items ?? [])],
    sessions: (sessions.body?.items ?? []).map((session) => withSignups(session, signups.body?.items ?? [])),
    emails: {
      waiting: waiting.body?.items.length ?? 0,
      failed: failed.body?.items.length ?? 0,
      recent: (recent.body?.items ?? []).map((email) => ({ ...email, subject: email.subject ?? "" })),
    },
    formKey: "",
  };
}

function withSignups(
  session: ListedSession,
  signups: ListedSignup[],
): AdminHomePageProps["sessions"][number] {
  return { session, signups: signups.filter((signup) => signup.session === session.slug) };
}
