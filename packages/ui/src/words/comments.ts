import type { Reason, RuleName } from "@ontsecretaressen/domain/judgement";
import { verdictFrom } from "@ontsecretaressen/domain/verdict";
import { type OwnComment, toldState } from "@ontsecretaressen/domain/own-comment";

/** What a rule saw and how much that weighs, in the words of an organiser. */
export const reasonWords = ({ rule, weight, evidence }: Reason): string =>
  `${rules[rule]}: ${evidence} (weegt ${weight})`;

const rules: Record<RuleName, string> = {
  links: "links in de tekst",
  words: "woorden uit reclame",
  repeated: "dezelfde tekst vaker",
  speed: "heel snel ingevuld",
  trap: "een veld dat mensen niet zien",
  network: "veel vanaf hetzelfde netwerk",
  language: "een andere taal",
  oddities: "vreemde tekens",
  learned: "lijkt op eerdere reclame",
};

/** What the weights make together. */
export const scoreOf = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, { weight }) => sum + weight, 0);

export const scoreWords = (reasons: readonly Reason[]): string =>
  `Samen ${scoreOf(reasons)}. Vanaf ${verdictFrom.doubtful} leest een organisator mee, vanaf ${verdictFrom.spam} is het reclame.`;

/** All that stood out, and what it makes together. */
export const foundWords = (reasons: readonly Reason[]): string =>
  `${reasons.map(reasonWords).join("; ")}. ${scoreWords(reasons)}`;

const told: Record<ReturnType<typeof toldState>, string> = {
  waiting: "Een organisator leest hem nog.",
  visible: "Hij staat op de site.",
  rejected: "Een organisator heeft hem niet geplaatst.",
};

/** Where a comment stands, for its own writer. */
export const ownStates = (comment: Pick<OwnComment, "state">): string => told[toldState(comment)];
