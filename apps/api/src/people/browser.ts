import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { AppEnv } from "../context.ts";
import { knownPerson, rememberPerson } from "./remember.ts";

const COOKIE = "deelnemer";

/** Whose browser asks, or null. */
export const browserOf = (c: Context<AppEnv>): Promise<string | null> =>
  knownPerson(c.get("world"), getCookie(c, COOKIE));

/** Lets this browser be known as a person's from now on. */
export async function keepBrowser(c: Context<AppEnv>, personId: string): Promise<void> {
  const { value, expires } = await rememberPerson(c.get("world"), personId);
  setCookie(c, COOKIE, value, { ...scopeOf(c), expires });
}

/** Lets this browser be nobody's again. */
export function forgetBrowser(c: Context<AppEnv>): void {
  deleteCookie(c, COOKIE, scopeOf(c));
}

/** What every cookie of ours has. */
export function scopeOf(c: Context<AppEnv>) {
  // A local stack has no TLS, and some browsers then drop a Secure cookie.
  const secure = new URL(c.req.url).protocol === "https:";
  return { path: "/", httpOnly: true, sameSite: "Lax", secure } as const;
}
