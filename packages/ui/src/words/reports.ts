import { type ReportReason, reportReasons } from "@ontsecretaressen/domain/report";

const words: Record<ReportReason, { label: string; rule: string }> = {
  insulting: {
    label: "Beledigend of kwetsend",
    rule: "We praten over de inhoud en vallen niemand persoonlijk aan.",
  },
  personal: {
    label: "Persoonlijke gegevens",
    rule: "We zetten geen gegevens van iemand anders op de site.",
  },
  advertising: { label: "Reclame of spam", rule: "We maken hier geen reclame." },
  unlawful: { label: "Strafbaar", rule: "Wat volgens de wet niet mag, mag hier ook niet." },
  other: { label: "Iets anders", rule: "We houden het gesprek veilig en bij het onderwerp." },
};

/** What an organiser is asked when she takes a comment off. */
export const groundsLabels = { rule: "Welke regel geldt hier?", statement: "Waarom?" };

/** What is wrong with a comment, in the words of who reports it. */
export const reasonWords = (reason: ReportReason): string => words[reason].label;

/** The rule of the house that such a comment breaks. */
export const houseRule = (reason: ReportReason): string => words[reason].rule;

/** Every reason with its rule, in the order of the form. */
export const reasonChoices = reportReasons.map((value) => ({
  value,
  label: words[value].label,
  why: words[value].rule,
}));
