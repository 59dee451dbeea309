import type { RuleName } from "@ontsecretaressen/domain/judgement";

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
