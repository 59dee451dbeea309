import type { EmailPlan } from "./parts.ts";
import { siteName } from "../words/site.ts";

/** Why most emails come. */
export const USUAL_WHY = `Je krijgt deze mail van ${siteName} omdat dit adres op onze site is ingevuld.`;

const quoted = (text: string): string => text.replaceAll(/^/gmu, "> ");

const way = ({ label, href }: { label: string; href: string }): string => `${label}:\n${href}`;

/** A plan as plain text. */
export function writeText(plan: EmailPlan): string {
  const foot = [plan.why ?? USUAL_WHY, ...(plan.stop === undefined ? [] : [way(plan.stop)])];
  return [
    plan.kicker ?? "",
    plan.title,
    plan.greeting,
    plan.opening,
    plan.facts.map(({ label, value }) => `${label}: ${value}`).join("\n"),
    plan.quote === null ? "" : quoted(plan.quote),
    ...(plan.said ?? []).map(({ who, text }) => `${who}:\n${quoted(text)}`),
    ...[plan.button, ...(plan.others ?? [])].map(way),
    ...plan.closing,
    `-- \n${foot.join("\n")}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}
