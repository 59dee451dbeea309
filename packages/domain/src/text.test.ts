import { describe, expect, test } from "vitest";
import { isArticleSlug } from "./article.ts";
import { threadOf } from "./comment.ts";
import { renderComment } from "./comment-markup.ts";
import { faultLine } from "./fault-line.ts";
import { escapeHtml, graphemeCount, hasLetters, isKeepable, keepable, tidy } from "./text.ts";

describe("the length of a text", () => {
  test.for([
    ["plain words", "abc", 3],
    ["an emoji of seven code points", "👩‍👩‍👧", 1],
    ["a letter with its accent apart", "e\u0301", 1],
    ["a flag", "🇳🇱", 1],
    ["more than what is asked", "é".repeat(20), 11],
  ] as const)("of %s", ([, text, count]) => {
    expect(graphemeCount(text, 10)).toBe(count);
  });
});

describe("text that can be kept", () => {
  test("is any text but control characters and half characters", () => {
    for (const text of ["", "é\n\t👩‍👩‍👧", "\u202E", "𝌆"]) expect(isKeepable(text)).toBe(true);
    for (const text of ["\u0000", "\u001b[0m", "\r", "\u007f", "\ud83d", "x\udc00"])
      expect(isKeepable(text)).toBe(false);
  });

  test("is what is left of other text, so that a form can show it again", () => {
    expect(keepable("a\u0000b\ud83dc👩‍👩‍👧")).toBe("ab\ufffdc👩‍👩‍👧");
    expect(isKeepable(keepable("a\u0000b\ud83d\r\n"))).toBe(true);
  });

  test("says something only where there is something to see", () => {
    for (const text of ["a", "?", "👍", "🏳️‍🌈", "1\u200b", "\u202ea", "ß", "हि"])
      expect(hasLetters(text)).toBe(true);
    for (const text of ["", " \n", "\u200b", "\u202e\u202c", "\u2060\u3164", "\u00ad\ufeff", "\u0301"])
      expect(hasLetters(text)).toBe(false);
  });

  test("has one kind of line ends and no blank edges", () => {
    expect(tidy("  a\r\nb\rc\n ")).toBe("a\nb\nc");
  });
});

test("escaped text opens no tag and leaves no attribute, in either kind of quotes", () => {
  expect(escapeHtml(`<a b="c" d='e'>&`)).toBe("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
});

test("a comment keeps its paragraphs and line ends, and nothing in it is markup", () => {
  expect(renderComment("een\ntwee\n \n<b>drie</b>")).toBe("<p>een<br>twee</p><p>&lt;b&gt;drie&lt;/b&gt;</p>");
});

test("a conversation nests answers, and one whose parent is out of sight stands on its own", () => {
  const comment = (id: string, number: number, parentId: string | null) => ({
    id,
    number,
    parentId,
    name: `N${number}`,
    html: "",
    postedAt: "",
    isDeleted: false,
    isOwn: false,
    answeredName: null,
  });
  const roots = threadOf([
    comment("a", 1, null),
    comment("b", 2, "a"),
    comment("c", 3, "gone"),
    comment("d", 4, "b"),
  ]);
  expect(roots.map(({ id }) => id)).toEqual(["a", "c"]);
  expect(roots[0]?.replies[0]).toMatchObject({ id: "b", answers: { name: "N1", isHere: true } });
  expect(roots[0]?.replies[0]?.replies[0]?.id).toBe("d");
});

test("an article's address is lower-case words with hyphens, and none of the site's own", () => {
  for (const slug of ["a", "waarom-30", "x".repeat(120)]) expect(isArticleSlug(slug)).toBe(true);
  for (const slug of ["", "A", "-a", "a--b", "a/b", "é", "programma", "beheer", "x".repeat(121)])
    expect(isArticleSlug(slug)).toBe(false);
});

test("a line in the log names the fault, never a secret of an address or what people typed", () => {
  const cause = new Error(
    "Failed query: insert into comments values (?)\nparams: geheim@voorbeeld.nl,wat ik schreef",
  );
  const line = faultLine({
    requestId: "1",
    method: "POST",
    path: "/bevestig/geheim-token",
    error: new Error("outer", { cause }),
  });
  expect(line).toContain("insert into comments");
  expect(line).not.toMatch(/geheim|schreef/u);
  expect(line.split("\n")).toHaveLength(1);
});

test("a line in the log is one line of letters, whatever stands in an address, and says it all", () => {
  const path = "/\n{}\r\u001b[2K\u007f\u009b2J\u2028\u2029\u202e\u{e0001}é/";
  const line = faultLine({ requestId: "1", method: "GET", path, error: new Error(`no ${path}`) });
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(JSON.parse(line)).toMatchObject({ path, causes: [expect.stringContaining(`no ${path}`)] });
  expect(faultLine({ requestId: "1", method: "GET", path: "/mijn/x\ngeheim", error: null })).not.toMatch(
    /geheim/u,
  );
});
