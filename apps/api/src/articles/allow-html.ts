import { escapeHtml } from "@ontsecretaressen/domain/text";
import type { gfmHtml } from "micromark-extension-gfm";

// Between these two stands a tag that was typed and may come through, if it turns out to be well nested.
const OPEN = "\uE000";
const CLOSE = "\uE001";

const INLINE = new Set(["abbr", "kbd", "mark", "sub", "sup"]);
const BLOCK = new Set(["details", "summary"]);

// A tag with nothing in it, but a title on `abbr`.
const TYPED = /<(\/?)(abbr|br|details|kbd|mark|sub|summary|sup)(?: title="([^"<>]*)")?\s*\/?>/gu;

/** Text without the two signs that this room marks tags with. */
export const withoutMarks = (text: string): string => text.replaceAll(/[\uE000\uE001]/gu, "");

const mark = (typed: string) => OPEN + typed + CLOSE;

function marked(text: string, allowed: (name: string) => boolean): string {
  let out = "";
  let at = 0;
  for (const found of text.matchAll(TYPED)) {
    const [typed, slash = "", name = "", title] = found;
    const isAllowed = allowed(name) && (title === undefined || (name === "abbr" && slash === ""));
    out += escapeHtml(text.slice(at, found.index)) + (isAllowed ? mark(typed) : escapeHtml(typed));
    at = found.index + typed.length;
  }
  return out + escapeHtml(text.slice(at));
}

/** Typed HTML as text, but for the few tags that may come through: those are marked, to be judged by `withTypedTags`. */
export const typedHtml: ReturnType<typeof gfmHtml> = {
  exit: {
    htmlTextData(token) {
      this.tag(marked(this.sliceSerialize(token), (name) => !BLOCK.has(name)));
    },
    htmlFlowData(token) {
      this.tag(marked(this.sliceSerialize(token), () => true));
    },
  },
};

const isLine = (one: Opened | undefined) => one?.typed === true && one.name !== "details";

// Of our own tags these may not stand inside a typed one that is part of a line.
const OWN_BLOCK = /^(?:p|h[1-6]|ul|ol|li|blockquote|table|pre|hr|section)$/u;
const OWN_VOID = /^(?:img|br|hr|input)$/u;

type Opened = { name: string; typed: boolean; at: number; isFirst: boolean; hasSummary: boolean };

const PIECE = /\uE000([^\uE001]*)\uE001|<(\/?)([a-z][a-z0-9]*)\b[^>]*>|[^<\uE000]+|[<\uE000]/gu;

/**
 * The marked tags come through when they are closed inside what they were opened in; all others stay the text that they
 * were. So nothing that was typed can close an element of the page, or leave one open.
 */
export function withTypedTags(html: string): string {
  const pieces = [...html.matchAll(PIECE)];
  const out = pieces.map(([whole, typed]) => (typed === undefined ? whole : escapeHtml(typed)));
  const open: Opened[] = [];
  const top = () => open.at(-1);

  for (const [at, [whole, typed, slash, own]] of pieces.entries()) {
    if (typed !== undefined) openOrClose(at, typed);
    else if (own === undefined) {
      if (whole.trim() !== "") leaveFirst();
    } else if (slash === "/") {
      while (top()?.typed === true) open.pop();
      open.pop();
    } else {
      leaveFirst();
      if (OWN_BLOCK.test(own)) while (isLine(top())) open.pop();
      if (!OWN_VOID.test(own)) open.push({ name: own, typed: false, at, isFirst: false, hasSummary: false });
    }
  }
  return out.join("");

  function leaveFirst(): void {
    const last = top();
    if (last !== undefined) last.isFirst = false;
  }

  function openOrClose(at: number, typed: string): void {
    const [, slash, name = ""] = [...typed.matchAll(TYPED)][0] ?? [];
    if (name === "br") {
      if (slash !== "/") out[at] = "<br>";
      return leaveFirst();
    }
    if (slash !== "/") {
      const isPlaced = name === "summary" ? top()?.name === "details" && top()?.isFirst : fits(name);
      leaveFirst();
      if (isPlaced === true)
        open.push({ name, typed: true, at, isFirst: name === "details", hasSummary: false });
      return;
    }
    const last = top();
    if (last?.typed !== true || last.name !== name) return;
    open.pop();
    // Nobody would know what it opens.
    if (name === "details" && !last.hasSummary) return;
    if (name === "summary") for (const around of open.slice(-1)) around.hasSummary = true;
    const said = [...(pieces[last.at]?.[1] ?? "").matchAll(TYPED)][0]?.[3];
    out[last.at] = said === undefined ? `<${name}>` : `<${name} title="${escapeHtml(said)}">`;
    out[at] = `</${name}>`;
  }

  // What is a part of a line holds no block, and a summary is a line.
  function fits(name: string): boolean {
    return (
      INLINE.has(name) ||
      open.every((one) => !INLINE.has(one.name) && !/^(?:summary|p|h[1-6]|a|em|strong|del)$/u.test(one.name))
    );
  }
}
