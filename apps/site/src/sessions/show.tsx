import { listTags, rushAge } from "@ontsecretaressen/domain/freshness";
import { findSession } from "@ontsecretaressen/db/sessions/find";
import { findProgramme } from "@ontsecretaressen/db/steps/find";
import { ProgrammePage } from "@ontsecretaressen/ui/programme/programme";
import { SignupPage } from "@ontsecretaressen/ui/signups/signup";
import { StepPage } from "@ontsecretaressen/ui/programme/step";
import { Hono } from "hono/tiny";
import { notFound, page } from "../answer.tsx";
import type { AppEnv } from "../context.ts";

// Places left change with every signup.
const PROGRAMME = { tags: [listTags.programme], edgeSeconds: rushAge };

export const sessionRoutes = new Hono<AppEnv>();

sessionRoutes.get("/programma/", async (c) => {
  const { db, now, siteUrl } = c.get("world");
  return page(c, <ProgrammePage {...await findProgramme(db, now)} siteUrl={siteUrl} now={now} />, PROGRAMME);
});

sessionRoutes.get("/programma/:step/", async (c) => {
  const { db, now, siteUrl, newKey } = c.get("world");
  const { steps, sessions } = await findProgramme(db, now);
  const step = steps.find(({ slug }) => slug === c.req.param("step"));
  if (step === undefined) return notFound(c);
  const ofStep = sessions.filter((session) => session.step.slug === step.slug);
  const notice = c.req.query("wens") === "ontvangen" ? "wish_received" : null;
  const about = { step, sessions: ofStep, notice, formKey: newKey(), siteUrl, now } as const;
  return page(c, <StepPage {...about} />, PROGRAMME);
});

sessionRoutes.get("/inschrijven/:session/", async (c) => {
  const { db, now, siteUrl, newKey } = c.get("world");
  const found = await findSession(db, c.req.param("session"), now);
  if (found === null) return notFound(c);
  const notice = c.req.query("aanmelding") === "ontvangen" ? "signup_received" : null;
  const about = { ...found, notice, formKey: newKey(), siteUrl, now } as const;
  return page(c, <SignupPage {...about} />, PROGRAMME);
});
