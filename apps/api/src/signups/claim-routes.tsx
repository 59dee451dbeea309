import { findSignup } from "@ontsecretaressen/db/signups/own";
import { readClaim } from "@ontsecretaressen/domain/claim";
import type { FieldFaults } from "@ontsecretaressen/domain/faults";
import { ConfirmPage, type ConfirmPageProps } from "@ontsecretaressen/ui/signups/confirm";
import { faultSentences } from "@ontsecretaressen/ui/words/faults";
import { problemSentences } from "@ontsecretaressen/ui/words/site";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { answers, page, sayWhenAgain } from "../answers.tsx";
import type { AppEnv } from "../context.ts";
import { ownLinkGone } from "../links/gone.tsx";
import { keepBrowser } from "../people/browser.ts";
import { readSubmission, typedValues } from "../request/read-submission.ts";
import { bringColleagues } from "./bring.ts";
import { sayAbsence } from "./absence.ts";
import { changeSignup } from "./change.ts";
import { confirmSignup } from "./confirm.ts";
import { declineSignup } from "./decline.ts";
import { releaseColleague } from "./release.ts";
import { wishInsteadOfSeat } from "./wish.ts";

/** All about one signup, for who holds the link in an email about it. */
export const claimRoutes = new Hono<AppEnv>();

claimRoutes.use("/bevestig/*", async (c, next) => {
  await next();
  c.res.headers.set("x-robots-tag", "noindex");
});

claimRoutes.get("/bevestig/:claim{sgn_[^/]+}", (c) => show(c, {}));

claimRoutes.post("/bevestig/:claim{sgn_[^/]+}", async (c) => {
  const submission = await readSubmission(c.req.raw);
  const fields = submission.ok ? submission.value.fields : {};
  if (fields["act"] === "no") {
    const declined = await declineSignup(c.get("world"), claimOf(c));
    return declined.ok ? c.redirect(`/bevestig/${claimOf(c)}`, 303) : ownLinkGone(c);
  }
  if (fields["act"] === "wish") {
    const given = await wishInsteadOfSeat(c.get("world"), claimOf(c));
    return given.ok ? c.redirect(`/bevestig/${claimOf(c)}`, 303) : ownLinkGone(c);
  }
  if (fields["act"] === "details") {
    const changed = await changeSignup(c.get("world"), claimOf(c), fields);
    if (changed.ok) return c.redirect(`/bevestig/${claimOf(c)}?bewaard`, 303);
    return changed.refusal.code === "invalid_form"
      ? showAgain(c, fields, changed.refusal.fields)
      : ownLinkGone(c);
  }
  if (fields["act"] === "bring") {
    const brought = await bringColleagues(c.get("world"), claimOf(c), fields);
    if (brought.ok) return c.redirect(`/bevestig/${claimOf(c)}?uitgenodigd#collegas`, 303);
    const { refusal } = brought;
    if (refusal.code === "link_gone") return ownLinkGone(c);
    const { status, problem } = answers[refusal.code];
    if (refusal.code === "too_often") sayWhenAgain(c, status, refusal.retryAfterSeconds);
    const faults = faultSentences(refusal.code === "invalid_form" ? refusal.fields : {});
    const words = refusal.code === "invalid_form" ? null : problemSentences[problem];
    return show(c, { bring: { values: typedValues(fields), faults, problem: words } }, status);
  }
  const meeting = fields["absent"] ?? fields["present"];
  if (typeof meeting === "string") {
    const isAbsent = fields["absent"] !== undefined;
    const said = await sayAbsence(c.get("world"), claimOf(c), { meeting: Number(meeting), isAbsent });
    return said.ok ? c.redirect(`/bevestig/${claimOf(c)}#keren`, 303) : ownLinkGone(c);
  }
  const { release } = fields;
  if (typeof release === "string") {
    const released = await releaseColleague(c.get("world"), claimOf(c), release);
    return released.ok ? c.redirect(`/bevestig/${claimOf(c)}`, 303) : ownLinkGone(c);
  }
  const confirmed = await confirmSignup(c.get("world"), claimOf(c), fields);
  if (confirmed.ok) {
    await keepBrowser(c, confirmed.value.personId);
    return c.redirect(`/bevestig/${claimOf(c)}`, 303);
  }
  return confirmed.refusal.code === "invalid_form"
    ? showAgain(c, fields, confirmed.refusal.fields)
    : ownLinkGone(c);
});

const claimOf = (c: Context<AppEnv>) => c.req.param("claim") ?? "";

type Typed = Partial<
  Pick<ConfirmPageProps, "values" | "faults"> & {
    bring: Omit<ConfirmPageProps["bring"], "formKey" | "isAsked">;
  }
>;

const showAgain = (c: Context<AppEnv>, fields: Record<string, unknown>, faults: FieldFaults) =>
  show(c, { values: typedValues(fields), faults: faultSentences(faults) }, 422);

async function show(c: Context<AppEnv>, typed: Typed, status: ContentfulStatusCode = 200): Promise<Response> {
  const world = c.get("world");
  const now = world.now();
  const read = await readClaim(world.mark, { purpose: "seat", claim: claimOf(c), now });
  const found = read === null ? null : await findSignup(world.reader, read, now.toISOString());
  if (found === null) return ownLinkGone(c);
  const { values = {}, faults = {}, bring } = typed;
  return page(
    c,
    <ConfirmPage
      {...found}
      token={claimOf(c)}
      news={status === 200 ? newsOf(c) : null}
      bring={{
        ...(bring ?? { values: {}, faults: {}, problem: null }),
        formKey: bring?.values["key"] || world.newToken(),
        isAsked: c.req.query("meenemen") !== undefined,
      }}
      values={values}
      faults={faults}
      siteUrl={world.siteUrl}
      now={now.toISOString()}
    />,
    status,
  );
}

function newsOf(c: Context<AppEnv>): ConfirmPageProps["news"] {
  if (c.req.query("bewaard") !== undefined) return "saved";
  return c.req.query("uitgenodigd") === undefined ? null : "brought";
}
