import { findTyped } from "@ontsecretaressen/db/signups/correct";
import { emailKey } from "@ontsecretaressen/domain/email-address";
import { done } from "@ontsecretaressen/domain/result";
import { AlreadyConfirmedPage, CorrectAddressPage } from "@ontsecretaressen/ui/signups/correct-address";
import { MessagePage } from "@ontsecretaressen/ui/page/message";
import { type Context, Hono } from "hono";
import { page } from "../answers.tsx";
import type { AppEnv } from "../context.ts";
import { answerSubmission } from "../request/answer-submission.tsx";
import { correctSignup } from "./correct.ts";
import { keepTyped, typedIn } from "./typed.ts";

/** The address of who signed up with it a moment ago, for the browser that sent the form: no link, no account. */
export const correctRoutes = new Hono<AppEnv>();

const JUST_MS = 60_000;

correctRoutes.use("/mijn/adres/", async (c, next) => {
  await next();
  c.res.headers.set("x-robots-tag", "noindex");
});

correctRoutes.get("/mijn/adres/", async (c) => {
  const { reader, siteUrl, now } = c.get("world");
  const typed = await typedIn(c);
  if (typed === null) return nothingTyped(c);
  const { id, email, session, sentAt } = typed;
  const { state, isConfirmed } = await findTyped(reader, { id, session, emailKey: emailKey(email) });
  if (isConfirmed) return page(c, <AlreadyConfirmedPage {...{ email, siteUrl }} />);
  // Who was signed up already may get no new mail: for a moment that looks like one that is on its way.
  const isJustSent = now().getTime() - sentAt < JUST_MS;
  const isSent = c.req.query("gestuurd") !== undefined;
  return page(
    c,
    <CorrectAddressPage
      {...{ email, session, isSent, siteUrl }}
      mail={{ state: state ?? "waiting", isJustSent }}
      values={{ email }}
      faults={{}}
      problem={null}
    />,
  );
});

correctRoutes.post("/mijn/adres/", async (c) => {
  const typed = await typedIn(c);
  if (typed === null) return nothingTyped(c);
  const { email, session, ends } = typed;
  return answerSubmission(c, {
    async verb(world, fields) {
      const result = await correctSignup(world, typed, fields);
      if (!result.ok) return result;
      await keepTyped(c, result.value, ends);
      return done({ session });
    },
    goTo: () => "/mijn/adres/?gestuurd",
    retry: (retry) =>
      retry.problem === "confirmed" ? (
        <AlreadyConfirmedPage email={email} siteUrl={retry.siteUrl} />
      ) : (
        <CorrectAddressPage {...retry} {...{ email, session }} isSent={false} mail={null} />
      ),
  });
});

function nothingTyped(c: Context<AppEnv>) {
  const { siteUrl } = c.get("world");
  const action = { label: "Bekijk de agenda", href: "/agenda/" };
  return page(
    c,
    <MessagePage
      title="Hier is niets te verbeteren"
      text="Een adres kun je verbeteren tot twee uur nadat je je aanmeldde, in dezelfde browser. Is het langer geleden? Meld je dan opnieuw aan met het goede adres."
      {...{ action, siteUrl }}
      path="/mijn/adres/"
    />,
    410,
  );
}
