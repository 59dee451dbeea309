import type { FieldFault, FieldFaults } from "@ontsecretaressen/domain/faults";
import { textLimits } from "@ontsecretaressen/domain/text";
import type { FaultSentences } from "../form/fields.tsx";

const anyField: Record<FieldFault, string> = {
  missing: "Vul dit nog in.",
  too_long: "Dit is te lang. Maak het iets korter.",
  too_many: "Dit zijn er te veel.",
  too_many_for_session: "Zoveel plekken zijn er niet.",
  party_full: "Dit zijn er te veel.",
  unreadable: "Hier staat een teken in dat we niet kunnen bewaren. Typ het nog een keer.",
  not_an_address: "Dit adres klopt nog niet. Kijk of er een @ en een punt in staan.",
  same_address: "Naar dit adres ging de mail al. Kijk ook bij de ongewenste mail.",
  not_agreed: "Zet hier nog een vinkje.",
  not_allowed: "Dit kunnen we hier niet gebruiken.",
};

const again =
  "Er ging bij ons iets mis met dit formulier. Open de pagina opnieuw en probeer het nog een keer.";
const unseen: Partial<Record<FieldFault, string>> = {
  missing: again,
  too_long: again,
  unreadable: again,
  not_allowed: again,
};

const byField: Record<string, Partial<Record<FieldFault, string>>> = {
  article: unseen,
  comment: unseen,
  parent: unseen,
  session: unseen,
  step: unseen,
  key: unseen,
  form: unseen,
  name: {
    missing: "Vul je naam nog in.",
    too_long: `Je naam past niet. Er is plek voor ${textLimits.nameMax} tekens.`,
  },
  email: {
    missing: "Vul je e-mailadres nog in.",
    too_long: "Dit adres is te lang voor een e-mailadres. Kijk het nog eens na.",
  },
  body: {
    missing: "Hier komt je reactie. Schrijf nog iets op.",
    too_long: `Je reactie is te lang. Er is plek voor ${textLimits.commentMax} tekens.`,
  },
  organisation: { too_long: `Dit is te lang. Er is plek voor ${textLimits.organisationMax} tekens.` },
  role: { too_long: `Dit is te lang. Er is plek voor ${textLimits.roleMax} tekens.` },
  note: { too_long: `Dit is te lang. Er is plek voor ${textLimits.noteMax} tekens.` },
  together: {
    missing: "Zet hier nog een adres van een collega.",
    party_full: "Samen komen jullie met hoogstens 8. Zoveel kunnen er niet meer bij.",
    not_an_address: "Een van deze adressen klopt nog niet. Zet ze onder elkaar of met een komma ertussen.",
    too_long: "Een van deze adressen is te lang. Kijk ze nog eens na.",
    too_many: `Je kunt hier ${textLimits.togetherMax} collega’s noemen. Komen er meer? Mail ons dan even.`,
    too_many_for_session: "Zoveel plekken heeft deze bijeenkomst niet. Mail ons even, dan zoeken we iets.",
  },
  consent: { not_agreed: "Zet hier nog een vinkje. Dan mogen we je een plek geven." },
  categories: { not_allowed: "Een van deze onderwerpen is er niet meer. Kies opnieuw." },
  reason: { missing: "Kies nog wat er mis is." },
  explanation: {
    missing: "Vertel nog wat er mis is. Dan weten we waar we naar moeten kijken.",
    too_long: `Dit is te lang. Er is plek voor ${textLimits.noteMax} tekens.`,
  },
  rule: { missing: "Kies nog welke regel geldt." },
  statement: { missing: "Schrijf nog op waarom. Dat krijgt de schrijver of de melder te lezen." },
  token: {
    missing: "Vul je sleutel nog in.",
    not_allowed: "Deze sleutel kennen we niet. Misschien is er een teken weggevallen.",
  },
};

/** What to mend in one field. */
export const faultSentence = (field: string, fault: FieldFault): string =>
  byField[field]?.[fault] ?? anyField[fault];

/** Every fault of a form as its sentence. */
export const faultSentences = (faults: FieldFaults): FaultSentences =>
  Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, faultSentence(field, fault)]));
