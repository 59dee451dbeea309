import {
  type EmailState,
  type MailerProblem,
  mailerProblems,
  settledProblems,
} from "@ontsecretaressen/domain/email";
import type { SuppressionReason } from "@ontsecretaressen/domain/email-event";

/** Where an email stands, for an organiser. */
export const emailStateWords: Record<EmailState, string> = {
  waiting: "wacht",
  sending: "wordt verstuurd",
  sent: "verstuurd",
  delivered: "bezorgd",
  delayed: "vertraagd",
  bounced: "geweigerd",
  complained: "gemeld als spam",
  failed: "mislukt",
  withheld: "tegengehouden",
  expired: "opgegeven",
};

/** Where an email to her stands, for the person herself; what she has no part in is on its way. */
export function ownEmailWords(state: EmailState): "onderweg" | "bezorgd" | "geweigerd" | "niet verstuurd" {
  switch (state) {
    case "delivered":
    case "complained":
      return "bezorgd";
    case "bounced":
    case "withheld":
      return "geweigerd";
    case "failed":
    case "expired":
      return "niet verstuurd";
    default:
      return "onderweg";
  }
}

/** Why an address gets no email. */
export const suppressionWords: Record<SuppressionReason, string> = {
  bounced: "weigerde een e-mail",
  complained: "meldde een e-mail als spam",
  refused: "staat op de lijst van de maildienst",
};

const mailerWords: Record<MailerProblem, string> = {
  [mailerProblems.gone]: "Waar hij over ging is er niet meer.",
  [mailerProblems.noAddress]: "Naar dit adres kan geen mail.",
  [mailerProblems.tooLate]:
    "Proberen kon niet langer zonder hem misschien twee keer te sturen. Kijk of hij aankwam voor je hem opnieuw verstuurt.",
  [mailerProblems.unwritten]: "Hij kon niet geschreven worden. Dat ligt aan ons programma.",
  [mailerProblems.leaseLost]: "Het versturen werd onderbroken.",
};

// Why an email did not go, where that is ours.
const ourProblems: Partial<Record<string, string>> = {
  suppressed: "Dit adres kreeg toen geen mail.",
  [settledProblems.takenBack]: "Een organisator besloot dat hij niet uitgaat.",
  [settledProblems.corrected]: "Het adres is verbeterd. De e-mail ging naar het goede adres.",
  [settledProblems.overtaken]: "Hij vroeg iets wat intussen niet meer hoefde.",
  ...mailerWords,
};

// What the mail service answered, as the mailer writes it down.
const ANSWER = /^(?:no answer|(\d{3})) \w+$/u;

/** Why an email did not go or did not arrive, in a sentence; with what the mail service said, where it said something. */
export function problemWords(problem: string): string {
  const ours = ourProblems[problem];
  if (ours !== undefined) return ours;
  const answer = ANSWER.exec(problem);
  return `${answer === null ? "Hij kwam niet aan." : answerWords(Number(answer[1]))} Wat de maildienst meldde: ${problem}.`;
}

function answerWords(status: number): string {
  if (status === 401 || status === 403) return "De maildienst liet ons niet binnen.";
  if (status === 429) return "De maildienst vroeg ons te wachten.";
  if (status >= 400 && status < 500) return "De maildienst nam hem niet aan.";
  return "De maildienst gaf geen duidelijk antwoord.";
}

/** What the mail service tells of an email. */
export const eventWords: Partial<Record<string, string>> = {
  "email.sent": "verstuurd door de maildienst",
  "email.delivered": "bezorgd",
  "email.delivery_delayed": "vertraagd: de ontvanger neemt hem nog niet aan",
  "email.bounced": "geweigerd door de ontvanger",
  "email.complained": "door de ontvanger gemeld als spam",
  "email.failed": "de maildienst kon hem niet versturen",
  "email.suppressed": "tegengehouden door de maildienst",
};

/** Why something can't be done with an email, by the code of the protected endpoint. */
export const emailRefusals: Partial<Record<string, string>> = {
  on_its_way: "Hij is nog onderweg. Kijk zo nog eens.",
  suppressed: "Dit adres krijgt geen mail. Maak het eerst vrij, dan kan de e-mail opnieuw.",
  gone: "Hij is al weg. Tegenhouden kan niet meer.",
  words_gone: "De tekst is intussen vergeten, dus er is niets om te versturen.",
  links_ended:
    "De link in de e-mail werkt niet meer. De ontvanger kan zich opnieuw aanmelden, of op de pagina /mijn/ om een nieuwe link vragen.",
  not_correctable:
    "Deze e-mail vraagt niet om een adres te bevestigen. Alleen dan kun je het adres verbeteren.",
  confirmed:
    "Deze persoon heeft het adres al bevestigd, dus het blijft van haar. Wil ze een ander adres? Vraag haar zich daarmee aan te melden, en meld de oude aanmelding af.",
  address_taken:
    "Dit adres is hier al bekend. Is zij al aangemeld voor deze bijeenkomst, of meldde een collega haar aan? Vraag haar dan zich zelf aan te melden.",
};
