// One email of each kind about a step, as its reader could get it.
import type { Of } from "../emails/parts.ts";
import { exampleSession as session, exampleStep as step, siteUrl } from "./site.ts";

const name = "Sanne";
const stepUrl = `${siteUrl}/programma/${step.slug}/`;
const claimUrl = `${siteUrl}/bevestig/wsh_01k9x3v6d2.1.t7x2k0.4b1d5e90c7a2f386`;
const dates = [{ session, url: `${siteUrl}/inschrijven/${session.slug}/` }];

type StepKind = "session_planned" | "step_not_yet" | "step_opened" | "wish_confirm";

export const exampleStepEmails: { [Kind in StepKind]: Of<Kind> } = {
  session_planned: {
    kind: "session_planned",
    name,
    session,
    sessionUrl: `${siteUrl}/inschrijven/${session.slug}/`,
  },
  step_not_yet: {
    kind: "step_not_yet",
    name,
    session,
    before: { title: "Rondetafel", dates },
    heldUntil: "2027-03-22T10:00:00.000Z",
    confirmUrl: `${siteUrl}/bevestig/sgn_01k9x3v6d2.1.t7x2k0.4b1d5e90c7a2f386`,
  },
  step_opened: { kind: "step_opened", name, step, stepUrl, dates },
  wish_confirm: { kind: "wish_confirm", name, step, url: claimUrl, isProved: false },
};
