import { isSameMark } from "@ontsecretaressen/domain/claim";
import type { Answer } from "@ontsecretaressen/domain/question";
import { correctionHours } from "@ontsecretaressen/domain/signup";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { decodeBase64Url, encodeBase64Url } from "hono/utils/encode";
import type { AppEnv } from "../context.ts";
import { scopeOf } from "../people/browser.ts";

/**
 * What a browser keeps of the form that it sent, to correct the address in it: all of it, so that an address that was signed up
 * already can be corrected like any other. `id` is the signup that came of it, `root` the one of the first form.
 */
export type Typed = {
  id: string;
  root: string;
  session: string;
  name: string;
  email: string;
  organisation: string;
  role: string;
  note: string;
  answers: Answer[];
};

/** The same with when it was sent, and until when it can be corrected, as milliseconds. */
type TypedThen = Typed & { sentAt: number; ends: number };

const COOKIE = "aanmelding";
const PATH = "/mijn/";
/** A browser keeps no cookie above 4096 bytes: with more than this in it, an address can't be corrected here. */
const LONGEST = 3800;

/** Lets this browser correct the address that it just sent: with our mark, until a moment, and nothing of it in the database. */
export async function keepTyped(c: Context<AppEnv>, typed: Typed, until?: number): Promise<void> {
  const world = c.get("world");
  const sentAt = world.now().getTime();
  const ends = until ?? sentAt + correctionHours * 3_600_000;
  const then: TypedThen = { ...typed, sentAt, ends };
  const about = encodeBase64Url(new TextEncoder().encode(JSON.stringify(then)).buffer).replaceAll("=", "");
  const value = `${about}.${await world.mark("typed", about)}`;
  if (value.length > LONGEST) forgetTyped(c);
  else setCookie(c, COOKIE, value, { ...scopeOf(c), path: PATH, expires: new Date(ends) });
}

/** What this browser sent a while ago and can still correct; null when it has nothing, or nothing of our making. */
export async function typedIn(c: Context<AppEnv>): Promise<TypedThen | null> {
  const world = c.get("world");
  const [about = "", mark = ""] = (getCookie(c, COOKIE) ?? "").split(".");
  if (about === "" || !isSameMark(mark, await world.mark("typed", about))) return null;
  const typed: TypedThen = JSON.parse(new TextDecoder().decode(decodeBase64Url(about)));
  return typed.ends <= world.now().getTime() ? null : typed;
}

/** Forgets what was sent. */
export const forgetTyped = (c: Context<AppEnv>): void => {
  deleteCookie(c, COOKIE, { ...scopeOf(c), path: PATH });
};
