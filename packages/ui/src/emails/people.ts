import { claimDays } from "@ontsecretaressen/domain/claim";
import { type EmailPlan, hello, type Of } from "./parts.ts";
import { siteName } from "../words/site.ts";

/** Gives a person the link to her own page. */
export function personLink({ name, mineUrl }: Of<"person_link">): EmailPlan {
  return {
    subject: `Jouw pagina bij ${siteName}`,
    title: "Jouw pagina",
    preview: "Je plekken, je reacties en je gegevens",
    greeting: hello(name),
    opening:
      "Hier zie je je plekken, je reacties en alles wat we van je bewaren. Je kunt er ook dingen aanpassen of weghalen.",
    facts: [],
    quote: null,
    button: { label: "Open jouw pagina", href: mineUrl },
    closing: [
      `De link werkt ${claimDays} dagen en is alleen voor jou: deel hem niet.`,
      "Heb jij hier niet om gevraagd? Doe dan niets. Alleen jij kreeg deze mail.",
    ],
  };
}

/** The last message to an address: all that was kept with it is gone, and so will the address be. */
export function personErased({ homeUrl }: Of<"person_erased">): EmailPlan {
  return {
    title: "Je gegevens zijn gewist",
    subject: "Je gegevens zijn gewist",
    preview: "Dit is de laatste mail. Hierna vergeten we ook dit adres",
    greeting: "Dag,",
    opening:
      "Je vroeg ons om alles van jou weg te halen. Dat is gedaan: je reacties, je plekken, je keuzes en je naam zijn weg.",
    facts: [],
    quote: null,
    button: { label: "Naar de site", href: homeUrl },
    closing: [
      "Dit is onze laatste mail. Binnen een dag wissen we ook dit adres, en deze mail zelf.",
      "Heb jij hier niet om gevraagd? Antwoord dan meteen op deze mail. Terughalen kunnen we niets, wel uitzoeken wat er gebeurde.",
    ],
    why: "Je krijgt deze mail omdat er net gegevens bij dit adres zijn gewist.",
  };
}
