import { findCommentByLink } from "@ontsecretaressen/db/comments/links";
import { sha256 } from "@ontsecretaressen/db/hash";
import { findAsk } from "@ontsecretaressen/db/subscribers/find";
import { ConfirmCommentPage } from "@ontsecretaressen/ui/comments/confirm";
import { ConfirmSubscriberPage } from "@ontsecretaressen/ui/subscribers/confirm";
import { UnsubscribePage } from "@ontsecretaressen/ui/subscribers/unsubscribe";
import { findPreviewPage } from "@ontsecretaressen/db/articles/find";
import { PreviewPage } from "@ontsecretaressen/ui/articles/preview";
import { ModeratePage } from "@ontsecretaressen/ui/comments/moderate";
import type { FieldFaults } from "@ontsecretaressen/domain/faults";
import { faultSentences } from "@ontsecretaressen/ui/words/faults";
import { type Context, Hono } from "hono";
import { page } from "../answers.tsx";
import { confirmComment } from "../comments/confirm.ts";
import type { AppEnv } from "../context.ts";
import { findModerationLink, moderateByLink, type ModerationLink } from "../comments/moderate-by-link.ts";
import { readSubmission, typedValues } from "../request/read-submission.ts";
import { changePace, findByStopLink } from "../people/unsubscribe.ts";
import { linkGone } from "./gone.tsx";
import { keepBrowser } from "../people/browser.ts";
import { choicePath } from "../subscribers/choose.ts";
import { confirmSubscriber } from "../subscribers/confirm.ts";

/** The pages behind the links in emails. Their address is a secret, so nothing may keep it or pass it on. */
export const linkRoutes = new Hono<AppEnv>();

linkRoutes.use(async (c, next) => {
  await next();
  c.res.headers.set("x-robots-tag", "noindex");
});

linkRoutes.get("/bevestig/:token", async (c) => {
  const { reader, now, siteUrl } = c.get("world");
  const token = c.req.param("token");
  const tokenHash = await sha256(token);
  const comment = await findCommentByLink(reader, tokenHash, now().toISOString());
  if (comment?.purpose === "confirm_comment")
    return page(c, <ConfirmCommentPage comment={comment} token={token} siteUrl={siteUrl} />);
  const ask = await findAsk(reader, tokenHash, now().toISOString());
  return ask === null
    ? linkGone(c)
    : page(c, <ConfirmSubscriberPage ask={ask} token={token} siteUrl={siteUrl} />);
});

linkRoutes.post("/bevestig/:token", async (c) => {
  const token = c.req.param("token");
  const comment = await confirmComment(c.get("world"), token);
  if (comment.ok) {
    await keepBrowser(c, comment.value.personId);
    return c.redirect(`/${comment.value.articleSlug}/?reactie=${comment.value.id}#${comment.value.id}`, 303);
  }
  const subscriber = await confirmSubscriber(c.get("world"), token);
  if (!subscriber.ok) return linkGone(c);
  const { personId } = subscriber.value;
  await keepBrowser(c, personId);
  return c.redirect(await choicePath(c.get("world"), personId), 303);
});

linkRoutes.get("/modereer/:token", async (c) => {
  const found = await findModerationLink(c.get("world"), c.req.param("token"));
  return found === null ? linkGone(c) : moderatePage(c, found, 200);
});

linkRoutes.post("/modereer/:token", async (c) => {
  const world = c.get("world");
  const token = c.req.param("token");
  const submission = await readSubmission(c.req.raw);
  const fields = submission.ok ? submission.value.fields : {};
  const judged = await moderateByLink(world, token, fields);
  if (judged.ok) return c.redirect(`/modereer/${token}`, 303);
  const found = await findModerationLink(world, token);
  if (found === null) return linkGone(c);
  const values = typedValues(fields);
  return judged.refusal.code === "invalid_form"
    ? moderatePage(c, found, 422, values, judged.refusal.fields)
    : moderatePage(c, found, 410, values);
});

function moderatePage(
  c: Context<AppEnv>,
  found: ModerationLink,
  status: 200 | 410 | 422,
  values: Record<string, string> = {},
  faults: FieldFaults = {},
): Promise<Response> {
  return page(
    c,
    <ModeratePage
      token={c.req.param("token") ?? ""}
      purpose={found.purpose}
      isUsed={found.isUsed}
      comment={{ ...found, reasons: JSON.parse(found.reasons) }}
      article={{ slug: found.articleSlug, title: found.articleTitle }}
      values={values}
      faults={faultSentences(faults)}
      siteUrl={c.get("world").siteUrl}
    />,
    status,
  );
}

linkRoutes.get("/voorbeeld/:token", async (c) => {
  const { reader, now, siteUrl } = c.get("world");
  const moment = now().toISOString();
  const article = await findPreviewPage(reader, await sha256(c.req.param("token")), moment);
  return article === null
    ? linkGone(c)
    : page(c, <PreviewPage article={article} siteUrl={siteUrl} now={moment} />);
});

linkRoutes.get("/afmelden/:token", async (c) => {
  const token = c.req.param("token");
  const found = await findByStopLink(c.get("world"), token);
  if (found === null) return linkGone(c);
  const { siteUrl } = c.get("world");
  return page(c, <UnsubscribePage {...found} token={token} siteUrl={siteUrl} />);
});

const PACES = ["at_once", "daily", "never"] as const;

// Also what a mail program posts by itself for its own button (RFC 8058): without a choice it means to stop.
linkRoutes.post("/afmelden/:token", async (c) => {
  const submission = await readSubmission(c.req.raw);
  const asked = submission.ok ? submission.value.fields["pace"] : undefined;
  const pace = PACES.find((known) => known === asked) ?? "never";
  const token = c.req.param("token");
  if (!(await changePace(c.get("world"), token, pace))) return linkGone(c);
  // RFC 8058 wants no redirect there.
  const isOneClick = submission.ok && "List-Unsubscribe" in submission.value.fields;
  return isOneClick ? c.body(null, 200) : c.redirect(`/afmelden/${token}`, 303);
});
