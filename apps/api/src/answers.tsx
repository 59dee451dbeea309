import { renderDocument } from "@ontsecretaressen/ui/page/document";
import { htmlHeaders } from "@ontsecretaressen/ui/page/html-headers";
import { type Problem, problemSentences } from "@ontsecretaressen/ui/words/site";
import type { Context } from "hono";
import type { AppEnv } from "./context.ts";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { ContentfulStatusCode } from "hono/utils/http-status";

type Answer = { status: ContentfulStatusCode; problem: Problem };

/** The one place where a refusal's code meets its status and its Dutch sentence. */
export const answers = {
  invalid_form: { status: 422, problem: "invalid" },
  unknown_article: { status: 404, problem: "no_article" },
  unknown_parent: { status: 404, problem: "no_parent" },
  unknown_comment: { status: 404, problem: "unknown" },
  unknown_person: { status: 422, problem: "person" },
  check_unavailable: { status: 503, problem: "uncheckable" },
  unknown_step: { status: 404, problem: "unknown" },
  unknown_session: { status: 404, problem: "unknown" },
  thread_closed: { status: 409, problem: "closed" },
  session_cancelled: { status: 409, problem: "cancelled" },
  session_over: { status: 409, problem: "over" },
  session_not_yet: { status: 409, problem: "not_yet" },
  already_confirmed: { status: 409, problem: "confirmed" },
  no_place: { status: 409, problem: "no_place" },
  too_late: { status: 409, problem: "late" },
  too_often: { status: 429, problem: "too_often" },
  link_gone: { status: 410, problem: "gone" },
  not_signed: { status: 401, problem: "unknown" },
  foreign_origin: { status: 403, problem: "foreign" },
  not_found: { status: 404, problem: "unknown" },
  method_not_allowed: { status: 405, problem: "unknown" },
  too_large: { status: 413, problem: "too_large" },
  unsupported_type: { status: 415, problem: "invalid" },
  unreadable_body: { status: 400, problem: "invalid" },
  unavailable: { status: 503, problem: "unavailable" },
  fault: { status: 500, problem: "unavailable" },
} satisfies Record<string, Answer>;

export type RefusalCode = keyof typeof answers;

/** A whole page as an answer. It is about one person's act, so no cache may keep it. */
export async function page(
  c: Context<AppEnv>,
  element: JSX.Element,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const html = renderDocument(element, await c.get("world").menu());
  return c.body(html, status, { ...(await htmlHeaders(html)), "cache-control": "no-store" });
}

/** The way to where the text stands now that it was about, with all that was asked. */
export function moved(c: Context, path: string): Response {
  c.header("cache-control", "no-store");
  return c.redirect(path + new URL(c.req.url).search, 301);
}

/** A refusal for a program. */
export function refusal(c: Context, code: RefusalCode, fields?: Record<string, string>): Response {
  const { status, problem } = answers[code];
  c.header("cache-control", "no-store");
  if (!c.res.headers.has("retry-after")) sayWhenAgain(c, status);
  const message = problemSentences[problem];
  return c.json({ error: { code, message, ...(fields === undefined ? {} : { fields }) } }, status);
}

/** Says when to come back, where that is known: a refusal that says it itself wins. */
export function sayWhenAgain(c: Context, status: number, seconds?: number): void {
  if (seconds !== undefined) c.header("retry-after", String(seconds));
  else if (status === 503) c.header("retry-after", "30");
}
