import { escapeHtml } from "@ontsecretaressen/domain/text";
import type { gfmHtml } from "micromark-extension-gfm";

// Between these two stands a tag that was typed and may come through, if it turns out to be well nested.
const OPEN = "\uE000";
const CLOSE = "\uE001";

const INLINE = new Set([..."abbr a b code em i kbd mark strong sub sup".split(" "), "br"]);
// What holds other blocks; all else holds a line.
const HOLDERS = new Set(["details", "blockquote", "ul", "ol", "li"]);
const LISTS = new Set(["ul", "ol"]);

// What else a tag carries is left out: no more than an address or a title goes on to the page, and these are judged.
const TYPED =
  /<(\/?)(abbr|a|blockquote|br|b|code|details|em|h[2-4]|hr|i|kbd|li|mark|ol|pre|p|strong|sub|summary|sup|ul)((?:\s[^<>]*)?)\/?>/gu;
const HREF = /\shref=(["'])([^"'<>]*)\1/u;
const TITLE = /\stitle="([^"<>]*)"/u;
// To the web, to mail, or within the site: nothing else can stand before a colon.
const LEADS = /^(?:https?:\/\/|mailto:|[/#?]|[\w.-]+(?:$|[/?#]))/iu;

/** Text without the two signs that this room marks tags with. */
export const withoutMarks = (text: string): string => text.replaceAll(/[\uE000\uE001]/gu, "");

const mark = (typed: string) => OPEN + typed + CLOSE;

// In typed HTML a letter may have been written by its name or number.
const escaped = (text: string) =>
  escapeHtml(text).replaceAll(/&amp;(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)/giu, "&");

function marked(text: string, show: (text: string) => string, allowed: (name: string) => boolean): string {
  let out = "";
  let at = 0;
  for (const found of text.matchAll(TYPED)) {
    const [typed, slash = "", name = "", carried = ""] = found;
    const isAllowed =
      allowed(name) && (name !== "a" || slash === "/" || LEADS.test(HREF.exec(carried)?.[2] ?? ""));
    out += show(text.slice(at, found.index)) + (isAllowed ? mark(typed) : escapeHtml(typed));
    at = found.index + typed.length;
  }
  return out + show(text.slice(at));
}

/** Typed HTML as text, but for the tags that may come through: those are marked, to be judged by `withTypedTags`. */
export const typedHtml: ReturnType<typeof gfmHtml> = {
  exit: {
    htmlTextData(token) {
      this.tag(marked(this.sliceSerialize(token), escapeHtml, (name) => INLINE.has(name)));
    },
    htmlFlowData(token) {
      this.tag(marked(this.sliceSerialize(token), escaped, () => true));
    },
  },
};

// Of our own tags these may not stand inside a typed one that is part of a line.
const OWN_BLOCK = /^(?:p|h[1-6]|ul|ol|li|blockquote|table|pre|hr|section)$/u;
const VOID = /^(?:img|br|hr|input)$/u;
// A line, whoever wrote its tag: what is a part of it holds no block.
const LINE = /^(?:summary|p|pre|h[1-6]|del)$/u;

/** `parts` are the tags that come through only together with it: the items of a list, what details are of. */
type Opened = {
  name: string;
  typed: boolean;
  at: number;
  isFirst: boolean;
  isBroken: boolean;
  parts: number[];
};

const PIECE = /\uE000([^\uE001]*)\uE001|<(\/?)([a-z][a-z0-9]*)\b[^>]*>|[^<\uE000]+|[<\uE000]/gu;

const isLine = ({ name, typed }: Opened) => typed && !HOLDERS.has(name);
const isList = ({ name, typed }: Opened) => typed && LISTS.has(name);

/**
 * The marked tags come through when they are closed inside what they were opened in, and may stand there; all others stay
 * the text that they were. So nothing that was typed can close an element of the page, or leave one open.
 */
export function withTypedTags(html: string): string {
  const pieces = [...html.matchAll(PIECE)];
  const out = pieces.map(([whole, typed]) => (typed === undefined ? whole : escapeHtml(typed)));
  const open: Opened[] = [];
  const closeAll = (which: (one: Opened) => boolean) => {
    for (let last = open.at(-1); last !== undefined && which(last); last = open.at(-1)) open.pop();
  };

  for (const [at, [whole, typed, slash, own]] of pieces.entries()) {
    if (typed !== undefined) openOrClose(at, typed);
    else if (own === undefined) {
      if (whole.trim() !== "") hold();
    } else if (slash === "/") {
      closeAll((one) => one.typed);
      if (open.pop()?.isBroken === true) out[at] = "";
    } else {
      if (OWN_BLOCK.test(own)) closeAll(isLine);
      hold();
      // What is a link already needs none for the bare address in it.
      const isDouble = own === "a" && open.some((one) => one.typed && one.name === "a");
      if (isDouble) out[at] = "";
      if (!VOID.test(own)) begin(own, false, at, isDouble);
    }
  }
  return out.join("");

  function begin(name: string, typed: boolean, at: number, isBroken = false): void {
    open.push({ name, typed, at, isFirst: true, isBroken, parts: [] });
  }

  // Something stands in what is open now that is not a part of it.
  function hold(): void {
    for (const last of open.slice(-1)) {
      last.isFirst = false;
      last.isBroken ||= isList(last);
    }
  }

  function openOrClose(at: number, typed: string): void {
    const [, slash, name = ""] = [...typed.matchAll(TYPED)][0] ?? [];
    if (VOID.test(name)) {
      const isPlaced = slash !== "/" && fits(name);
      hold();
      if (isPlaced) out[at] = `<${name}>`;
    } else if (slash === "/") {
      const last = open.at(-1);
      if (last?.typed === true && last.name === name) close(last, at);
    } else {
      const isPlaced = fits(name);
      if (name !== "li" || !isPlaced) hold();
      if (isPlaced) begin(name, true, at);
    }
  }

  function close(last: Opened, at: number): void {
    open.pop();
    const isPart = last.name === "li" || last.name === "summary";
    // Nobody would know what details without a summary open, and a list is of items alone.
    const hasParts = last.name === "details" || isList(last);
    if (last.isBroken || (hasParts && last.parts.length === 0)) return;
    if (isPart) for (const around of open.slice(-1)) around.parts.push(last.at, at);
    else for (const tag of [last.at, ...last.parts, at]) out[tag] = tagOf(pieces[tag]?.[1] ?? "");
  }

  function fits(name: string): boolean {
    const last = open.at(-1);
    if (name === "li") return last !== undefined && isList(last);
    if (name === "summary") return last?.typed === true && last.name === "details" && last.isFirst;
    if (last !== undefined && isList(last)) return false;
    if (INLINE.has(name)) return name !== "a" || open.every((one) => one.name !== "a");
    return open.every((one) => !INLINE.has(one.name) && !LINE.test(one.name));
  }
}

/** The tag with what it may carry. */
function tagOf(typed: string): string {
  const [, slash = "", name = "", carried = ""] = [...typed.matchAll(TYPED)][0] ?? [];
  const title = TITLE.exec(carried)?.[1];
  if (slash === "/") return `</${name}>`;
  if (name === "a") return `<a href="${escaped(HREF.exec(carried)?.[2] ?? "")}">`;
  return name === "abbr" && title !== undefined ? `<abbr title="${escapeHtml(title)}">` : `<${name}>`;
}
