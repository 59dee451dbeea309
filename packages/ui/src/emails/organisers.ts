import type { Summary } from "@ontsecretaressen/domain/email-content";
import type { ReminderKind } from "@ontsecretaressen/domain/reminder";
import { type EmailPlan, type Of, quietLine } from "./parts.ts";
import { siteName } from "../words/site.ts";

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** Tells the organisers in the morning what waits for them, and what happened since yesterday. */
export function organiserSummary({ adminUrl, ...summary }: Of<"organiser_summary">): EmailPlan {
  const facts = factsOf(summary);
  return {
    title: "Wat er wacht",
    subject: `${siteName} vandaag: ${shortly(summary)}`,
    preview: facts.map(({ label, value }) => `${label}: ${value}`).join(". ") || "Er ligt niets meer",
    greeting: "Goedemorgen,",
    opening:
      facts.length === 0
        ? "Wat er wachtte is intussen gedaan. Er ligt niets meer."
        : "Dit ligt er voor jullie klaar, en dit gebeurde er sinds gisteren.",
    facts,
    quote: null,
    button: { label: "Open beheer", href: adminUrl },
    closing: ["Ligt er niets, dan komt deze mail niet."],
    why: `Deze mail gaat elke ochtend naar de organisatoren van ${siteName}.`,
  };
}

function shortly({ held, reports, stuckEmails, signups, nearlyFull, ...missed }: Summary): string {
  const waiting = held + reports + stuckEmails;
  if (waiting > 0) return `er ${waiting === 1 ? "wacht 1 ding" : `wachten ${waiting} dingen`}`;
  if (missed.missedReminders.length + missed.shortMailings.length > 0) return "niet elke e-mail ging uit";
  const signedUp = signups.reduce((sum, { count }) => sum + count, 0);
  if (signedUp > 0) return counted(signedUp, "aanmelding", "aanmeldingen");
  return nearlyFull.length > 0 ? "bijna vol" : "er ligt niets";
}

const reminderWords: Record<ReminderKind, string> = {
  week_before: "de mail van een week vooraf",
  day_before: "de mail van de dag ervoor",
  afterwards: "de mail achteraf",
};

function factsOf({
  held,
  reports,
  stuckEmails,
  missedReminders,
  shortMailings,
  signups,
  nearlyFull,
}: Summary): EmailPlan["facts"] {
  return [
    ...(held === 0 ? [] : [{ label: "Reacties", value: `${held} om te lezen en te plaatsen` }]),
    ...(reports === 0 ? [] : [{ label: "Meldingen", value: `${reports} om over te beslissen` }]),
    ...(stuckEmails === 0
      ? []
      : [
          { label: "E-mails", value: `${stuckEmails} die niet ${stuckEmails === 1 ? "kan" : "kunnen"} gaan` },
        ]),
    ...missedReminders.map(({ session, kind }) => ({
      label: "Niet verstuurd",
      value: `${reminderWords[kind]} voor ${quietLine(session)}: het moment ging voorbij`,
    })),
    ...shortMailings.map(({ article, missed }) => ({
      label: "Niet overal",
      value: `${quietLine(article)}: ${counted(missed, "lezer kreeg", "lezers kregen")} er geen mail over`,
    })),
    ...signups.map(({ session, count }) => ({
      label: "Nieuw",
      value: `${counted(count, "aanmelding", "aanmeldingen")} voor ${quietLine(session)}`,
    })),
    ...nearlyFull.map(({ session, left }) => ({
      label: left === 0 ? "Vol" : "Bijna vol",
      value:
        left === 0 ? quietLine(session) : `${quietLine(session)}: nog ${counted(left, "plek", "plekken")}`,
    })),
  ];
}
