// What is written for machines keeps to its specification, clause by clause; and each rule finds a fault when there is one.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, startHouse } from "./house.ts";
import { readJson } from "./read-json.ts";
import { type Element, readXml } from "./read-xml.ts";
import { ARTICLE } from "./public-pages.ts";
import { atomRules } from "./specs/atom.ts";
import { calendarRules, readCalendar } from "./specs/calendar.ts";
import { jsonFeedRules } from "./specs/json-feed.ts";
import { guidsOf, rssRules } from "./specs/rss.ts";
import { breachesOf } from "./specs/rule.ts";
import { sitemapRules } from "./specs/sitemap.ts";
import { llmsRules, robotsRules, securityRules } from "./specs/texts.ts";

const SITE = "https://www.ontsecretaressen.eu";

let house: House;
let ids: ReadonlySet<string>;

beforeAll(async () => {
  house = await startHouse({ content: true, bindings: { SITE_URL: SITE } });
  // The barest text there can be, and the oddest.
  for (const json of [
    { slug: "kaal", title: "Kaal", body: "Tekst" },
    {
      slug: "lastig",
      title: "Lastig & <b>vreemd</b> ]]>",
      standfirst: "1 < 2, toch?",
      body: "[weg](../over-ons/) en [hier](#noot) `]]>`\n\n- een",
      author: "redactie",
    },
  ]) {
    const { id } = await readJson<{ id: string }>(house.admin("articles", { json }));
    await house.admin(`articles/${id}/publish`, { method: "POST", headers: { "if-match": '"1"' } });
  }
  await house.sql.execute(`update sessions set title = 'Rondetafel; soep, brood\\water', summary = 'Kom; neem
    wat mee, 👩‍👩‍👧', state = 'cancelled' where id = (select min(id) from sessions)`);
  const feeds = await Promise.all(["/feed/", "/comments/feed/"].map(sent));
  ids = new Set(feeds.flatMap((xml) => guidsOf(readXml(xml))));
});

afterAll(() => house.stop());

/** What machines are sent, under the site's own name. */
async function sent(path: string): Promise<string> {
  const answer = await house.fetch(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

const pathsIn = (root: Element): string[] =>
  root.children.map(({ children }) => (children[0]?.text ?? "").slice(SITE.length));

async function openPaths(): Promise<string[]> {
  return pathsIn(readXml(await sent("/sitemap.xml")));
}

const rss = (path: string, text: string) =>
  breachesOf(rssRules, { root: readXml(text), self: SITE + path, ids });

const formats: Record<string, (path: string, text: string) => string[] | Promise<string[]>> = {
  "/feed/": rss,
  "/comments/feed/": rss,
  [`${ARTICLE}feed/`]: rss,
  "/categorie/jouw-rol/feed/": rss,
  "/auteur/redactie/feed/": rss,
  "/tag/rollen/feed/": rss,
  "/kaal/feed/": rss,
  "/feed/atom/": (path, text) => breachesOf(atomRules, { root: readXml(text), self: SITE + path }),
  "/feed.json": (path, text) => breachesOf(jsonFeedRules, { feed: JSON.parse(text), self: SITE + path }),
  "/sitemap.xml": (_path, xml) => breachesOf(sitemapRules, { xml, root: readXml(xml), site: SITE }),
  "/agenda.ics": (_path, text) => breachesOf(calendarRules, readCalendar(text)),
  "/robots.txt": async (_path, text) => breachesOf(robotsRules, { text, open: await openPaths() }),
  "/.well-known/security.txt": (path, text) =>
    breachesOf(securityRules, { text, self: SITE + path, now: Date.now() }),
  "/llms.txt": (_path, text) => breachesOf(llmsRules, text),
};

const judge = (path: string, text: string) => formats[path]?.(path, text);

test.for(Object.keys(formats))("%s breaks no rule of its specification", async (path) => {
  expect(await judge(path, await sent(path))).toEqual([]);
});

type Plant = [clause: string, from: RegExp, to: string];

const plants: Record<string, Plant[]> = {
  "/feed/": [
    ["rss", /version="2.0"/u, 'version="0.91"'],
    ["required channel elements", /<description>[^<]*<\/description>/u, ""],
    ["optional channel elements", /<language>nl<\/language>/u, "$&$&"],
    ["elements of item", /<pubDate>[^<]*<\/pubDate>/u, "$&$&"],
    ["unknown element", /<comments>/u, "<reacties>x</reacties><comments>"],
    ["link: an address", /<item>([\s\S]*?)<link>https:/u, "<item>$1<link>"],
    ["dates: RFC 822", /<pubDate>[A-Z][a-z]{2}/u, "<pubDate>Xyz"],
    ["lastBuildDate", /<lastBuildDate>[^<]*</u, "<lastBuildDate>Sat, 01 Jan 2000 00:00:00 GMT<"],
    ["language", /<language>nl/u, "<language>Nederlands!"],
    ["guid", /<guid isPermaLink="false">/u, "<guid>"],
    ["atom:link", /\/feed\/" rel="self"/u, '/" rel="self"'],
    ["content: no relative", /href=&quot;https:\/\/www.ontsecretaressen.eu/u, "href=&quot;"],
    ["encoded: once", /<content:encoded>[^<]*<\/content:encoded>/u, "$&$&"],
    ["Media RSS", /medium="image"/u, 'medium="beeld"'],
  ],
  "/comments/feed/": [
    ["ref is the id", /ref="tag:/u, 'ref="tag:x'],
    ["href is an address", /(in-reply-to ref="[^"]*" href=")https:\/\/[^/]*/u, "$1"],
  ],
  "/feed/atom/": [
    ["§4.1.1, feed: one id", /<updated>[^<]*<\/updated>/u, ""],
    ["feed: known elements", /<subtitle>/u, "<tagline>x</tagline><subtitle>"],
    ["feed: a link to itself", /rel="self"/u, 'rel="zelf"'],
    ["§4.1.2, entry: one id", /<entry>\s*<id>[^<]*<\/id>/u, "<entry>"],
    ["entry: known elements", /<published>/u, "<issued>x</issued><published>"],
    ["ids are unique", /(<id>tag:[^<]*<\/id>)([\s\S]*?)<id>[^<]*<\/id>/u, "$1$2$1"],
    ["absolute IRI", /<id>tag:/u, "<id>"],
    ["dates: RFC 3339", /<published>\d{4}/u, "<published>gisteren"],
    ["not before published", /<published>\d{4}/u, "<published>2100"],
    ["link: an address", /href="https:\/\/[^/]*\/kaal/u, 'href="/kaal'],
    ["alternates", /(<link rel="alternate" [^>]*>)(?=\s*<published>)/u, "$1$1"],
    ["a term", /term="[^"]*"/u, 'term=""'],
    ["one name", /<name>[^<]*<\/name>/u, "<name> </name>"],
    ["html is text", /type="html"/u, 'type="xhtml"'],
    ["content: no relative", /href=&quot;https:\/\/www.ontsecretaressen.eu/u, "href=&quot;"],
    ["title: not empty", /<title>Kaal/u, "<title>"],
    ["an author, unless", /<author><name>Ontsecretaressen<\/name><\/author>/u, ""],
  ],
  "/feed.json": [
    ["version", /version\/1\.1/u, "version/1"],
    ["title and items", /"title":/u, '"titel":'],
    ["names", /"summary":/u, '"excerpt":'],
    ["feed_url", /feed\.json"/u, 'feed"'],
    ["addresses", /"url":"https:\/\/[^/]*/u, '"url":"'],
    ["language", /"language":"nl"/u, '"language":31'],
    ["id: a string", /"id":"tag/u, '"id":1,"_x":"tag'],
    ["content_html or", /"content_html":/u, '"_content":'],
    ["content_html: no relative", /href=\\"https:\/\/www.ontsecretaressen.eu/u, String.raw`href=\"`],
    ["dates: RFC 3339", /"date_published":"/u, '"date_published":"op '],
    ["date_modified", /"date_modified":"\d{4}/u, '"date_modified":"1999'],
    ["authors", /"authors":\[\{"name"/u, '"authors":[{"naam"'],
    ["tags", /"tags":\["/u, '"tags":[1,"'],
  ],
  "/sitemap.xml": [
    ["urlset", /sitemap\/0\.9/u, "sitemap/0.84"],
    ["size", /<url>[\s\S]*<\/url>/u, ""],
    ["loc", /<loc>https:\/\/www\.ontsecretaressen\.eu/u, "<loc>https://elders.nl"],
    ["lastmod", /<lastmod>\d{4}/u, "<lastmod>2100"],
    ["in order", /(<loc>[^<]*<\/loc>)(<lastmod>[^<]*<\/lastmod>)/u, "$2$1"],
    ["hreflang", /hreflang="nl" href="[^"]*"/u, 'hreflang="nl" href="https://elders.nl/"'],
    ["each with one address", /<image:loc>[^<]*<\/image:loc>/u, ""],
    ["given up", /<image:loc>/u, "<image:title>x</image:title><image:loc>"],
  ],
  "/agenda.ics": [
    ["end with CRLF", /\r\n/u, "\n"],
    ["75 octets", /\r\n /u, ""],
    ["a name, a colon", /STATUS:/u, "STATUS "],
    ["begins and ends", /END:VCALENDAR\r\n/u, ""],
    ["PRODID", /PRODID:[^\r]*\r\n/u, ""],
    ["one UID", /DTSTAMP:[^\r]*\r\n/u, ""],
    ["stand there once", /URL:[^\r]*\r\n/u, "$&$&"],
    ["a stamp in UTC", /DTSTAMP:(\d+T\d+)Z/u, "DTSTAMP:$1"],
    ["a zone that stands in the file", /DTSTART;TZID=[^:]*:/u, "DTSTART:"],
    ["a zone that stands in the file", /TZID:Europe\/Amsterdam/u, "TZID:Europe/Brussels"],
    ["escaped", /\\,/u, ","],
    ["after the start", /(DTEND;[^:]*:)\d{4}/u, "$11999"],
    ["unique", /(UID:[^\r]*)([\s\S]*?)UID:[^\r]*/u, "$1$2$1"],
    ["URL", /URL:https:/u, "URL:"],
    ["STATUS", /STATUS:CONFIRMED/u, "STATUS:ZEKER"],
  ],
  "/robots.txt": [
    ["known", /Disallow/u, "Verboden"],
    ["user-agent", /User-agent[^\n]*\n/u, ""],
    ["slash", /Disallow: \//u, "Disallow: "],
    ["submitting", /Sitemap: https:\/\/[^/]*/u, "Sitemap: "],
    ["nothing that the sitemap names", /Disallow: \/api\//u, "Disallow: /artikelen/"],
  ],
  "/.well-known/security.txt": [
    ["line separator", /\n$/u, ""],
    ["known", /Contact/u, "Kontakt"],
    ["Canonical", /well-known/u, "x"],
    ["Contact", /mailto:/u, ""],
    ["Expires", /Expires: \d{4}/u, "Expires: 2100"],
    ["Languages", /nl, en/u, "nl; Engels"],
  ],
  "/llms.txt": [
    ["H1", /^# /u, ""],
    ["summary", /\n> /u, "\n"],
    ["sections", /\n## /u, "\n### "],
    ["lists", /\(https:\/\/[^/]*/u, "("],
  ],
};

describe("a fault that is planted is found", () => {
  const all = Object.entries(plants).flatMap(([path, list]) =>
    list.map((plant) => [path, ...plant] as const),
  );
  test.for(all)("%s: %s", async ([path, clause, from, to]) => {
    const text = await sent(path);
    const broken = text.replace(from, to);
    expect(broken).not.toBe(text);
    expect((await judge(path, broken))?.filter((breach) => breach.includes(clause))).not.toEqual([]);
  });
});
