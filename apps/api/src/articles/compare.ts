import { diffWordsWithSpace } from "diff";

export type Change = { kind: "same" | "removed" | "added"; text: string };

// Two texts that are further apart have little in common: one taken away and one put in its place says it better.
const EDITS_MAX = 2000;

/** What changed from one text to another, in whole words and in the order of reading. */
export function compareTexts(before: string, after: string): Change[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: EDITS_MAX });
  if (parts === undefined) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}
