import type { Mentioned, MentionAt } from "./mentions.ts";
import { linkAt } from "./typed-links.ts";
import { escapeHtml } from "./text.ts";

const QUOTES_MAX = 3;
const FENCE = /^```[\w+-]{0,20}$/u;
const QUOTE = /^> ?/u;
const BULLET = /^[-*•] +(?=\S)/u;
const NUMBERED = /^(\d{1,2})[.)] +(?=\S)/u;

/** A comment's text as HTML, and whom it speaks to first. */
export type Rendered = { html: string; mentions: Mentioned[] };

/**
 * Typed text as safe HTML. Paragraphs and line ends stay; `> ` quotes, `- ` and `1. ` list (from two on), a fence of three
 * backticks holds code, `*so*` and `**so**` stress, `` `so` `` is code, and a whole web address is a link. A name after
 * an @ leads to what that person said. Everything else is shown as typed: only these elements can come out, and each
 * piece of text is escaped where it is put in.
 */
export function renderMarkup(text: string, whoIs: MentionAt): Rendered {
  const mentions: Mentioned[] = [];
  const inline = (line: string) => renderInline(line, whoIs, mentions);
  return { html: renderBlocks(text.split("\n"), inline, 0), mentions };
}

type Inline = (line: string) => string;

function renderBlocks(lines: string[], inline: Inline, depth: number): string {
  let html = "";
  let paragraph: string[] = [];
  let lastFence = lines.findLastIndex((line) => line.trimEnd() === "```");
  const close = () => {
    if (paragraph.length > 0) html += `<p>${paragraph.map(inline).join("<br>")}</p>`;
    paragraph = [];
  };
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? "";
    if (line.trim() === "") {
      close();
      at += 1;
    } else if (FENCE.test(line.trimEnd()) && at < lastFence) {
      close();
      const end = lines.findIndex((one, index) => index > at && one.trimEnd() === "```");
      html += `<pre><code>${escapeHtml(lines.slice(at + 1, end).join("\n"))}</code></pre>`;
      at = end + 1;
    } else if (QUOTE.test(line) && depth < QUOTES_MAX) {
      close();
      const quoted = takeWhile(lines, at, (one) => QUOTE.test(one));
      const inner = quoted.map((one) => one.replace(QUOTE, ""));
      html += `<blockquote>${renderBlocks(inner, inline, depth + 1)}</blockquote>`;
      at += quoted.length;
    } else {
      const items = listAt(lines, at);
      if (items.length < 2) {
        paragraph.push(line);
        at += 1;
      } else {
        close();
        html += renderList(items, inline);
        at += items.length;
      }
    }
  }
  close();
  return html;
}

/** The lines of a list that begins here: at least two, or one dash would make a list of who signs with one. */
function listAt(lines: string[], at: number): string[] {
  const first = lines[at] ?? "";
  if (BULLET.test(first)) return takeWhile(lines, at, (line) => BULLET.test(line));
  const start = numberOf(first);
  return start === null ? [] : takeWhile(lines, at, (line, index) => numberOf(line) === start + index);
}

const numberOf = (line: string): number | null => {
  const digits = NUMBERED.exec(line)?.[1];
  return digits === undefined ? null : Number(digits);
};

function renderList(items: string[], inline: Inline): string {
  const start = numberOf(items[0] ?? "");
  const rows = items
    .map((item) => `<li>${inline(item.replace(start === null ? BULLET : NUMBERED, ""))}</li>`)
    .join("");
  if (start === null) return `<ul>${rows}</ul>`;
  return start === 1 ? `<ol>${rows}</ol>` : `<ol start="${start}">${rows}</ol>`;
}

function takeWhile(lines: string[], from: number, fits: (line: string, index: number) => boolean): string[] {
  let end = from;
  while (end < lines.length && fits(lines[end] ?? "", end - from)) end += 1;
  return lines.slice(from, end);
}

type Piece = { html: string } | { mark: "*" | "**"; opens: boolean; closes: boolean };

const SPECIAL = /`|\*+|@|https?:\/\//giu;

function renderInline(line: string, whoIs: MentionAt, mentions: Mentioned[]): string {
  const pieces: Piece[] = [];
  let shown = 0;
  const put = (html: string, from: number, to: number) => {
    pieces.push({ html: escapeHtml(line.slice(shown, from)) }, { html });
    shown = to;
  };
  const lastTick = line.lastIndexOf("`");
  for (const { 0: found, index } of line.matchAll(SPECIAL)) {
    if (index < shown) continue;
    if (found === "`") {
      const end = index < lastTick ? line.indexOf("`", index + 1) : -1;
      if (end > index + 1) put(`<code>${escapeHtml(line.slice(index + 1, end))}</code>`, index, end + 1);
    } else if (found === "*" || found === "**") {
      pieces.push(
        { html: escapeHtml(line.slice(shown, index)) },
        { mark: found, ...sides(line, index, found) },
      );
      shown = index + found.length;
    } else if (found === "@") {
      const who = isWordEdge(line[index - 1]) ? whoIs(line, index) : null;
      if (who === null) continue;
      mentions.push(who.mentioned);
      put(
        `<a href="${escapeHtml(who.mentioned.path)}">${escapeHtml(line.slice(index, who.end))}</a>`,
        index,
        who.end,
      );
    } else {
      const link = isWordEdge(line[index - 1]) ? linkAt(line, index) : null;
      if (link === null) continue;
      const url = escapeHtml(link);
      put(`<a href="${url}" rel="ugc nofollow">${url}</a>`, index, index + link.length);
    }
  }
  pieces.push({ html: escapeHtml(line.slice(shown)) });
  return joinMarks(pieces);
}

const isWordEdge = (before: string | undefined) => before === undefined || !/[\p{L}\p{N}]/u.test(before);

/** Stress begins at the start of a word and ends at the end of one, so that 2*3*4 and 3 * 4 stay what they are. */
function sides(line: string, index: number, mark: string) {
  const [before = " ", after = " "] = [line[index - 1], line[index + mark.length]];
  return {
    opens: /[\s\p{P}]/u.test(before) && /\S/u.test(after),
    closes: /\S/u.test(before) && /[\s\p{P}]/u.test(after),
  };
}

/** Puts the elements where an opening mark found its closing one. What found none is shown as typed. */
function joinMarks(pieces: Piece[]): string {
  const html = pieces.map((piece) => ("html" in piece ? piece.html : piece.mark));
  const open: { mark: string; at: number }[] = [];
  pieces.forEach((piece, at) => {
    if ("html" in piece) return;
    const opener = piece.closes ? open.findLastIndex(({ mark }) => mark === piece.mark) : -1;
    const from = open[opener]?.at;
    if (from === undefined || from + 1 === at) {
      if (piece.opens && open.length < OPEN_MAX) open.push({ mark: piece.mark, at });
      return;
    }
    const name = piece.mark === "*" ? "em" : "strong";
    html[from] = `<${name}>`;
    html[at] = `</${name}>`;
    open.length = opener;
  });
  return html.join("");
}

const OPEN_MAX = 8;

/** A text away from its conversation: a name after an @ leads nowhere. */
export const renderComment = (text: string): string => renderMarkup(text, () => null).html;
