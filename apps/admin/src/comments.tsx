import { AdminCommentsPage, listedStates, type ListedState } from "@ontsecretaressen/ui/admin/comments";
import { AdminTakeOffPage } from "@ontsecretaressen/ui/admin/take-off";
import { faultSentence } from "@ontsecretaressen/ui/words/faults";
import { faultIn } from "@ontsecretaressen/domain/faults";
import { judgementActs } from "@ontsecretaressen/domain/admin";
import { type Context, Hono } from "hono";
import { page, refused } from "./answer.tsx";
import type { Client } from "./client.ts";
import type { AppEnv } from "./context.ts";
import { noticeIn, pathWithNotice } from "./notices.ts";
import { signedInClient } from "./sign-in.tsx";

const AT_ONCE = 25;

/** Comments by where they stand, judged one by one or several at a time. */
export const commentRoutes = new Hono<AppEnv>();

commentRoutes.get("/beheer/reacties/", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const query = new URL(c.req.url).searchParams;
  const state = stateIn(query.get("stand"));
  const before = /^cmt_[0-9a-z]{1,40}$/u.exec(query.get("voor") ?? "")?.[0];
  const older = before === undefined ? "" : `&cursor=${before}`;
  const { status, body } = await client.ask(`GET /comments?state=${state}&limit=${AT_ONCE}${older}`);
  if (body === null) return refused(c, status);
  return page(
    c,
    <AdminCommentsPage state={state} comments={body.items} next={body.next} notice={noticeIn(query)} />,
  );
});

commentRoutes.post("/beheer/reacties/", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const form = new URLSearchParams(await c.req.text());
  const here = `/beheer/reacties/?stand=${stateIn(form.get("state"))}`;
  const act = judgementActs.find((known) => known === form.get("act"));
  const comments = form.getAll("id").map((one) => {
    const [id = "", version = ""] = one.split(".");
    return { id, version: /^\d{1,9}$/u.test(version) ? Number(version) : null };
  });
  if (act === undefined || comments.length === 0) return c.redirect(pathWithNotice(here, "none"), 303);
  const typed = { rule: form.get("rule") ?? "", statement: form.get("statement") };
  const grounds = typed.statement === null ? undefined : { rule: typed.rule, reason: typed.statement };
  const sent = { json: { act, comments, grounds } };
  const { status, body, fields } = await client.ask("POST /comments/judgements", sent);
  if (status === 422)
    return askWhy(c, client, { state: stateIn(form.get("state")), comments, typed, fields });
  if (body === null) return refused(c, status);
  const { changed, late, undo } = body;
  const did = grounds === undefined ? act : "takeOff";
  const done = changed > 0 ? did : late > 0 ? "late" : "same";
  return c.redirect(pathWithNotice(here, done, { count: changed, undo: undo ?? "" }), 303);
});

const ACTS = { plaatsen: "approve", afwijzen: "reject", reclame: "spam" } as const;

commentRoutes.post("/beheer/reacties/:id{cmt_[0-9a-z]+}/:act{plaatsen|afwijzen|reclame}", async (c) => {
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const asked = c.req.param("act");
  const act = ACTS[asked === "plaatsen" || asked === "reclame" ? asked : "afwijzen"];
  const version = new URLSearchParams(await c.req.text()).get("version") ?? "";
  const read = /^\d{1,9}$/u.test(version) ? { version } : {};
  const id = c.req.param("id");
  const { status, body, code } = await client.ask(`POST /comments/${id}/${act}`, read);
  if (code === "grounds_missing")
    return askWhy(c, client, { state: "held", comments: [{ id }], typed: {}, fields: {} });
  if (body === null) return refused(c, status);
  const done = body.undo === null ? "same" : act;
  return c.redirect(pathWithNotice("/beheer/", done, { undo: body.undo ?? "" }), 303);
});

type TakeOff = {
  state: ListedState;
  comments: { id: string }[];
  typed: { rule?: string; statement?: string | null };
  fields: Record<string, string>;
};

/** Asks why comments go that stood on the site: nothing is done yet, and what was chosen and typed stays. */
async function askWhy(c: Context<AppEnv>, client: Client, { state, comments, typed, fields }: TakeOff) {
  const ids = comments.map(({ id }) => id).join(",");
  const { status, body } = await client.ask(`GET /comments?limit=${AT_ONCE}&ids=${encodeURIComponent(ids)}`);
  if (body === null) return refused(c, status);
  const { "grounds.rule": rule, "grounds.reason": reason } = fields;
  const faults = {
    ...(rule === undefined ? {} : { rule: faultSentence("rule", faultIn(rule)) }),
    ...(reason === undefined ? {} : { statement: faultSentence("statement", faultIn(reason)) }),
  };
  const values = { rule: typed.rule, statement: typed.statement ?? "" };
  return page(c, <AdminTakeOffPage {...{ state, values, faults }} comments={body.items} />, 422);
}

const stateIn = (text: string | null) => listedStates.find((known) => known === text) ?? "held";
