import type { EmailState } from "@ontsecretaressen/domain/email";
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
  gone: "Hij is al weg. Tegenhouden kan niet meer.",
  words_gone: "De tekst is intussen vergeten, dus er is niets om te versturen.",
  links_ended:
    "De link in de e-mail werkt niet meer. De ontvanger kan zich opnieuw aanmelden, of op de pagina /mijn/ om een nieuwe link vragen.",
  not_correctable:
    "Deze e-mail vraagt niet om een adres te bevestigen. Alleen dan kun je het adres verbeteren.",
  confirmed: "Deze persoon heeft het adres al bevestigd. Alleen zij kan het nog veranderen.",
  address_taken: "Dit adres is hier al van iemand anders.",
};
