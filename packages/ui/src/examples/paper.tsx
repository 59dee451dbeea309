// What is printed, with people of different names.
import type { Certificate } from "@ontsecretaressen/domain/certificate";
import type { SessionPeople, SessionPerson } from "@ontsecretaressen/domain/session-people";
import { BadgesPage } from "../paper/badges.tsx";
import { CertificatePage } from "../paper/certificate.tsx";
import { harmful, siteUrl } from "./site.ts";
import { SignInSheet } from "../paper/sign-in-sheet.tsx";

const person = (name: string, organisation: string, change: Partial<SessionPerson> = {}): SessionPerson => ({
  name,
  email: "noor@voorbeeld.nl",
  organisation,
  role: "Officemanager",
  note: "",
  state: "confirmed",
  placeInLine: null,
  together: [],
  answers: {},
  attended: [],
  absent: [],
  signedUpAt: "2027-03-01T09:00:00.000Z",
  confirmedAt: "2027-03-01T09:05:00.000Z",
  ...change,
});

/** A round table with twelve people who come and one who waits. */
export const examplePeople: SessionPeople = {
  session: {
    title: "Rondetafel in Nieuwegein",
    step: "Rondetafel",
    place: "Mercure Hotel Nieuwegein, Buizerdlaan 10, Nieuwegein",
    guides: "Edwin de Bree en Lieke Lamb",
  },
  meetings: [{ startsLocal: "2027-04-14T19:00", endsLocal: "2027-04-14T21:30" }],
  questions: [{ id: "qst_1", label: "Eet je iets niet?" }],
  people: [
    person("Anne-Fleur van der Meulen", "Gemeente Utrecht"),
    person("Bouchra el Amrani", "Universitair Medisch Centrum Groningen", {
      answers: { qst_1: "Geen noten" },
    }),
    person("Carmen Jansen", ""),
    person("Dieuwertje Hoekstra-Wiersma", "Waterschap Hoogheemraadschap De Stichtse Rijnlanden"),
    person("Eva", "Zelfstandig"),
    person("Fatima Yıldız", "ROC Midden Nederland", { together: ["Eva"] }),
    person("Jacqueline de Vries", "Rabobank"),
    person("Maria-Margaretha van Oldenbarnevelt", "Stichting Thuiszorg Zuid-Limburg"),
    person("Noor Bakker", "ProRail", { attended: [1] }),
    person("Sanne de Wit", "Finext"),
    person("Wilhelmina Pietersen", "Provincie Zeeland"),
    person("Zoë Ó Briain", "AFAS Software"),
    person("Yara Smit", "Nationale Politie", { state: "waiting", placeInLine: 1 }),
  ],
};

/** A group that meets six times. */
export const exampleSeries: SessionPeople = {
  ...examplePeople,
  session: { ...examplePeople.session, title: "Intervisie, groep Utrecht", step: "Intervisie" },
  meetings: ["2027-01-14", "2027-02-11", "2027-03-11", "2027-04-08", "2027-05-13", "2027-06-10"].map(
    (day) => ({
      startsLocal: `${day}T13:30`,
      endsLocal: `${day}T16:30`,
    }),
  ),
};

export const exampleCertificate: Certificate = {
  name: "Noor Bakker",
  step: { title: "Rondetafel", position: 1 },
  session: { title: "Rondetafel in Nieuwegein", city: "Nieuwegein", guides: "Edwin de Bree en Lieke Lamb" },
  attended: ["2027-04-14T19:00"],
  meetings: 1,
};

/** Of somebody who missed one meeting of a series, and has a long name. */
export const exampleLongCertificate: Certificate = {
  name: "Maria-Margaretha van Oldenbarnevelt-Wiersma",
  step: { title: "Intervisie", position: 3 },
  session: { title: "Intervisie, groep Utrecht", city: "Utrecht", guides: "Pauline Schreuder" },
  attended: [
    "2027-01-14T13:30",
    "2027-02-11T13:30",
    "2027-03-11T13:30",
    "2027-04-08T13:30",
    "2027-06-10T13:30",
  ],
  meetings: 6,
};

export const exampleProofUrl = `${siteUrl}/bewijs/sgn_01k9z8y7x6w5v4t3s2r1q0p9n8.7gtz0a2k.4f1c9a7be2d08356c1f4a9b7d2e60385f1c4b7a9d2e50863f1c4a7b9e2d05836/`;

const harmed: SessionPeople = {
  session: { title: harmful, step: harmful, place: harmful, guides: harmful },
  meetings: exampleSeries.meetings,
  questions: [{ id: "qst_1", label: harmful }],
  people: [person(harmful, harmful, { note: harmful, role: harmful, answers: { qst_1: harmful } })],
};

/** The pages, with harmful text wherever somebody typed it. */
export const paperPages = {
  signInSheet: <SignInSheet of={harmed} siteUrl={siteUrl} />,
  badges: <BadgesPage of={harmed} siteUrl={siteUrl} />,
  certificate: (
    <CertificatePage
      certificate={{
        ...exampleCertificate,
        name: harmful,
        step: { title: harmful, position: 1 },
        session: { title: harmful, city: harmful, guides: harmful },
      }}
      url={exampleProofUrl}
      siteUrl={siteUrl}
    />
  ),
};
