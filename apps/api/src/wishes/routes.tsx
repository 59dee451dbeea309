import { confirmWish, findWish } from "@ontsecretaressen/db/steps/wishes";
import { readClaim } from "@ontsecretaressen/domain/claim";
import { ConfirmWishPage, WishRetryPage } from "@ontsecretaressen/ui/programme/wish";
import { type Context, Hono } from "hono";
import { page } from "../answers.tsx";
import type { AppEnv } from "../context.ts";
import { linkGone } from "../links/gone.tsx";
import { keepBrowser } from "../people/browser.ts";
import { answerSubmission } from "../request/answer-submission.tsx";
import { postWish } from "./post.ts";

/** Who wants to hear of a step. */
export const wishRoutes = new Hono<AppEnv>();

wishRoutes.post("/api/wishes", (c) =>
  answerSubmission(c, {
    verb: postWish,
    goTo: ({ step }) => `/programma/${step}/?wens=ontvangen#laat-weten`,
    retry: (typed) => <WishRetryPage {...typed} />,
  }),
);

wishRoutes.use("/bevestig/*", async (c, next) => {
  await next();
  c.res.headers.set("x-robots-tag", "noindex");
});

wishRoutes.get("/bevestig/:claim{wsh_[^/]+}", async (c) => {
  const { reader, siteUrl } = c.get("world");
  const claim = await claimOf(c);
  const wish = claim === null ? null : await findWish(reader, claim);
  if (wish === null) return linkGone(c);
  return page(c, <ConfirmWishPage {...wish} claim={c.req.param("claim")} siteUrl={siteUrl} />);
});

wishRoutes.post("/bevestig/:claim{wsh_[^/]+}", async (c) => {
  const { db, now } = c.get("world");
  const claim = await claimOf(c);
  const wish = claim === null ? null : await confirmWish(db, claim, now().toISOString());
  if (wish === null) return linkGone(c);
  await keepBrowser(c, wish.personId);
  return c.redirect(`/bevestig/${c.req.param("claim")}`, 303);
});

function claimOf(c: Context<AppEnv>) {
  const { mark, now } = c.get("world");
  return readClaim(mark, { purpose: "wish", claim: c.req.param("claim") ?? "", now: now() });
}
