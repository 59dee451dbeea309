import { AdminCommentsPage, listedStates } from "@ontsecretaressen/ui/admin/comments";
import { judgementActs } from "@ontsecretaressen/domain/admin";
import { Hono } from "hono";
import { page, refused } from "./answer.tsx";
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
  const { status, body } = await client.ask("POST /comments/judgements", { json: { act, comments } });
  if (body === null) return refused(c, status);
  const { changed, late, undo } = body;
  const done = changed > 0 ? act : late > 0 ? "late" : "same";
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
  const { status, body } = await client.ask(`POST /comments/${c.req.param("id")}/${act}`, read);
  if (body === null) return refused(c, status);
  const done = body.undo === null ? "same" : act;
  return c.redirect(pathWithNotice("/beheer/", done, { undo: body.undo ?? "" }), 303);
});

const stateIn = (text: string | null) => listedStates.find((known) => known === text) ?? "held";
