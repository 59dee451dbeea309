import { describe, expect, test } from "vitest";
import { renderComment, renderMarkup } from "./comment-markup.ts";
import { mentionsIn } from "./mentions.ts";

const link = (url: string) => `<a href="${url}" rel="ugc nofollow">${url}</a>`;

describe("light markup", () => {
  test.for<[string, string]>([
    ["een\ntwee\n\ndrie", "<p>een<br>twee</p><p>drie</p>"],
    ["heel *mooi* en **sterk**.", "<p>heel <em>mooi</em> en <strong>sterk</strong>.</p>"],
    ["**heel *erg* sterk**", "<p><strong>heel <em>erg</em> sterk</strong></p>"],
    ["typ `npm start` nu", "<p>typ <code>npm start</code> nu</p>"],
    ["> Zei jij dit?\n> Ja.\n\nNee.", "<blockquote><p>Zei jij dit?<br>Ja.</p></blockquote><p>Nee.</p>"],
    ["> > dieper\n> terug", "<blockquote><blockquote><p>dieper</p></blockquote><p>terug</p></blockquote>"],
    ["Drie dingen:\n- een\n- twee", "<p>Drie dingen:</p><ul><li>een</li><li>twee</li></ul>"],
    ["1. een\n2. twee", "<ol><li>een</li><li>twee</li></ol>"],
    ["3) drie\n4) vier", '<ol start="3"><li>drie</li><li>vier</li></ol>'],
    ["```\n<b> & *x*\n\n  in\n```", "<pre><code>&lt;b&gt; &amp; *x*\n\n  in</code></pre>"],
  ])("%j", ([typed, html]) => {
    expect(renderComment(typed)).toBe(html);
  });
});

describe("what is no markup stays as it was typed", () => {
  test.for([
    "3 * 4 * 5 en 2*3*4",
    "een_woord_met_streepjes en __init__",
    "Groet,\n- Jan",
    "1. Alleen dit.",
    "1. een\n3. drie",
    "2011. Toen begon het.\n1999. Toen nog niet.",
    "* los sterretje",
    "een *open en ** nog open",
    "**** en *** en ``",
    "`open",
    "```\nnooit dicht",
    "mail mij@voorbeeld.nl",
    "a@b @ c@ @",
    "# geen kop\n## ook niet",
    "![plaatje](http://x.nl/a.png)",
    "&amp; &lt; &#39;",
    "-geen lijst\n-ook niet",
    "5 > 3 en x<y",
  ])("%j", (typed) => {
    const html = renderComment(typed);
    expect(html.replaceAll("<br>", "\n").replaceAll(/<\/?p>/gu, "")).toBe(
      typed
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll("'", "&#39;")
        .replaceAll("http://x.nl/a.png", link("http://x.nl/a.png")),
    );
  });
});

describe("a web address", () => {
  test.for<[string, string, string]>([
    ["Zie https://voorbeeld.nl/a?b=1&c=2.", "https://voorbeeld.nl/a?b=1&amp;c=2", "."],
    ["(https://nl.wikipedia.org/wiki/Rol_(toneel))", "https://nl.wikipedia.org/wiki/Rol_(toneel)", ")"],
    ["HTTP://VOORBEELD.NL!", "HTTP://VOORBEELD.NL", "!"],
    ["http://voorbeeld.nl:8080/#kop, of", "http://voorbeeld.nl:8080/#kop", ", of"],
    ["*https://voorbeeld.nl/*", "https://voorbeeld.nl/", ""],
  ])("in %j leads where it shows", ([typed, url, after]) => {
    expect(renderComment(typed)).toContain(link(url) + (after === "" ? "" : after));
  });

  test.for([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//voorbeeld.nl",
    "ftp://voorbeeld.nl",
    "http://bank.nl@kwaad.nl/",
    "http://bank.nl:geheim@kwaad.nl/",
    "http://127.0.0.1/",
    "http://localhost/",
    "http://[::1]/",
    "http://bаnk.nl/",
    "http://xn--/",
    "http://voorbeeld.nl\u202E/txt.exe",
    "http://voor\u200Bbeeld.nl/",
    "http://-kwaad.nl/",
    "http://.nl/",
    "http:///x.nl",
    "http://x",
    "xhttp://voorbeeld.nl",
  ])("as odd as %j leads nowhere", (typed) => {
    expect(renderComment(typed)).not.toContain("<a ");
  });

  test("ends at a quote or an angle bracket, so nothing after it can get into the attribute", () => {
    expect(renderComment('http://a.nl/"onclick="x')).toBe(
      `<p>${link("http://a.nl/")}&quot;onclick=&quot;x</p>`,
    );
    expect(renderComment("http://a.nl/<b>")).toBe(`<p>${link("http://a.nl/")}&lt;b&gt;</p>`);
  });
});

describe("a name after an @", () => {
  const earlier = [
    { id: "cmt_1", name: "Carmen", number: 1 },
    { id: "cmt_2", name: "José de Vries", number: 2 },
    { id: "cmt_3", name: "Anna Bos", number: 3 },
    { id: "cmt_4", name: "Anna Kok", number: 4 },
    { id: "cmt_5", name: "Carmen", number: 5 },
    { id: "cmt_6", name: "Carmen V.", number: 6 },
    { id: "cmt_7", name: "J. de Vries", number: 7 },
    { id: "cmt_8", name: "Mw. A.M. Bakker", number: 8 },
    { id: "cmt_99", name: "Laat", number: 99 },
  ];
  const render = (text: string) => renderMarkup(text, mentionsIn("stuk", earlier));
  const to = (id: string, name: string) => `<a href="/stuk/reacties/${id}/">${name}</a>`;

  test.for([
    ["@Carmen Bij mij begon het klein.", to("cmt_5", "@Carmen"), "cmt_5"],
    ["Dank, @jose de vries!", to("cmt_2", "@jose de vries"), "cmt_2"],
    ["@José, ja", to("cmt_2", "@José"), "cmt_2"],
    ["@Carmen V. en wie doet dat dan?", `${to("cmt_6", "@Carmen V")}. en`, "cmt_6"],
    ["(@Anna Bos)", to("cmt_3", "@Anna Bos"), "cmt_3"],
    ["Zoals @J. de Vries schrijft", to("cmt_7", "@J. de Vries"), "cmt_7"],
    ["@j de vries. Ja", to("cmt_7", "@j de vries"), "cmt_7"],
    ["@Mw. A.M. Bakker. Dank", to("cmt_8", "@Mw. A.M. Bakker"), "cmt_8"],
    ["@Carmen. Anna Bos zei het al", to("cmt_5", "@Carmen"), "cmt_5"],
    ["@Laat", '<a href="/stuk/reacties/cmt_99/">@Laat</a>', "cmt_99"],
  ] as const)("%j leads to what she said last", ([typed, html, id]) => {
    const found = render(typed);
    expect(found.html).toContain(html);
    expect(found.mentions[0]?.id).toBe(id);
  });

  test.for(["@Anna, welke?", "@Niemand", "@ Carmen", "info@Carmen", "@Carmenita", "`@Carmen`"])(
    "%j is not clear, or nobody: it stays text",
    (typed) => {
      expect(render(typed)).toMatchObject({ mentions: [], html: expect.not.stringContaining("<a ") });
    },
  );

  test("of several the first is the one who is answered", () => {
    expect(render("@Anna Kok en @Carmen").mentions.map(({ id }) => id)).toEqual(["cmt_4", "cmt_5"]);
  });

  test("with markup in it does no harm", () => {
    const odd = mentionsIn("stuk", [{ id: 'cmt_"><script>', name: "Kwaad", number: 1 }]);
    expect(renderMarkup("@Kwaad", odd).html).not.toMatch(/<script|"><|[^=]"[^ >]/u);
  });
});

describe("a text made to take long", () => {
  test.for([
    "*",
    "**",
    "`",
    "> ",
    "@",
    "@a ",
    "- x\n",
    "```\n",
    "http://",
    "http://a.nl)",
    "[",
    "1. x\n",
    "* a *b ",
    "> > > > ",
    "\n",
    "_*`",
  ])("%j a hundred thousand letters long is shown like any other", (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(renderComment(text).length).toBeLessThan(12 * text.length);
  });
});
