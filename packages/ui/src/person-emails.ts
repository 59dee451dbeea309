import { personLinkDays } from "@ontsecretaressen/domain/signup";
import { type EmailPlan, hello, type Of } from "./email-parts.ts";
import { siteName } from "./words.ts";

/** Gives a person the link to her own page. */
export function personLink({ name, mineUrl }: Of<"person_link">): EmailPlan {
  return {
    subject: `Jouw pagina bij ${siteName}`,
    preview: "Je plekken, je reacties en je gegevens",
    greeting: hello(name),
    opening:
      "Op jouw pagina zie je je plekken, je reacties en alles wat we van je bewaren. Je kunt er ook dingen aanpassen of weghalen.",
    facts: [],
    quote: null,
    button: { label: "Open jouw pagina", href: mineUrl },
    closing: [
      `De link werkt ${personLinkDays} dagen en is alleen voor jou: deel hem niet.`,
      "Heb jij hier niet om gevraagd? Doe dan niets. Alleen jij kreeg deze mail.",
    ],
  };
}
