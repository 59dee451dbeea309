import { faultSentences } from "@ontsecretaressen/ui/words/faults";
import { AdminSignInPage } from "@ontsecretaressen/ui/admin/home";
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { page } from "./answer.tsx";
import { type Client, clientOf } from "./client.ts";
import type { AppEnv } from "./context.ts";

const COOKIE = "beheer";

/** Signing in and out. The browser holds a token of its own that ends by itself, never the one that was typed. */
export const signInRoutes = new Hono<AppEnv>();

signInRoutes.get("/beheer/inloggen", (c) => page(c, <AdminSignInPage faults={{}} />));

signInRoutes.post("/beheer/inloggen", async (c) => {
  const { token } = await c.req.parseBody();
  const typed = typeof token === "string" ? token.trim() : "";
  if (typed === "") return page(c, <AdminSignInPage faults={faultSentences({ token: "missing" })} />, 422);
  const { body: made } = /^[!-~]{1,200}$/u.test(typed)
    ? await clientOf(c.env.API, typed).ask("POST /sign-ins")
    : { body: null };
  if (made === null)
    return page(c, <AdminSignInPage faults={faultSentences({ token: "not_allowed" })} />, 422);
  setCookie(c, COOKIE, made.token, {
    ...cookieScope(c),
    expires: made.expiresAt === null ? undefined : new Date(made.expiresAt),
  });
  return c.redirect("/beheer/", 303);
});

signInRoutes.post("/beheer/uitloggen", async (c) => {
  const token = signedInToken(c);
  if (token !== null) await clientOf(c.env.API, token).ask("DELETE /sign-ins");
  deleteCookie(c, COOKIE, cookieScope(c));
  return c.redirect("/beheer/inloggen", 303);
});

/** The protected endpoint as who is signed in may use it; null when nobody is. */
export function signedInClient(c: Context<AppEnv>): Client | null {
  const token = signedInToken(c);
  return token === null ? null : clientOf(c.env.API, token);
}

function signedInToken(c: Context<AppEnv>): string | null {
  return getCookie(c, COOKIE) ?? null;
}

function cookieScope(c: Context<AppEnv>) {
  // A local stack has no TLS, and some browsers then drop a Secure cookie.
  const isSecure = new URL(c.req.url).protocol === "https:";
  return { path: "/beheer", httpOnly: true, sameSite: "Strict", secure: isSecure } as const;
}
