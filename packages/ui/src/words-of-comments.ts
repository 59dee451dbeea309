import type { RuleName } from "@ontsecretaressen/domain/judgement";
import { type OwnComment, toldState } from "@ontsecretaressen/domain/own-comment";

/** What a rule looks at, in the words of an organiser. */
export const ruleWords = (rule: RuleName): string => rules[rule];

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

const told: Record<ReturnType<typeof toldState>, string> = {
  waiting: "Een organisator leest hem nog.",
  visible: "Hij staat op de site.",
  rejected: "Een organisator heeft hem niet geplaatst.",
};

/** Where a comment stands, for its own writer. */
export const ownStates = (comment: Pick<OwnComment, "state">): string => told[toldState(comment)];
