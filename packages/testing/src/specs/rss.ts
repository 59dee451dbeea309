import { childrenOf, type Element } from "../read-xml.ts";
import {
  counted,
  doubles,
  isIri,
  isLanguage,
  isWebAddress,
  one,
  oneAtMost,
  relativeIn,
  type Rules,
  unless,
} from "./rule.ts";

const ATOM_LINK = "{http://www.w3.org/2005/Atom}link";
const CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded";
const MEDIA = "{http://search.yahoo.com/mrss/}content";
const REPLY = "{http://purl.org/syndication/thread/1.0}in-reply-to";
const COMMENT_FEED = "{http://wellformedweb.org/CommentAPI/}commentRss";

const OF_CHANNEL =
  /^(?:title|link|description|language|copyright|managingEditor|webMaster|pubDate|lastBuildDate|category|generator|docs|cloud|ttl|image|rating|textInput|skipHours|skipDays|item)$/u;
const OF_ITEM =
  /^(?:title|link|description|author|category|comments|enclosure|guid|pubDate|source|content:encoded)$/u;

/** A feed with the address it was asked at, and the ids of everything that something may answer. */
export type RssFeed = { root: Element; self: string; ids: ReadonlySet<string> };

const channels = ({ root }: RssFeed) => childrenOf(root, "channel");
const items = (feed: RssFeed) => channels(feed).flatMap((channel) => childrenOf(channel, "item"));
const inAll = (elements: Element[], name: string) => elements.flatMap((element) => childrenOf(element, name));
const texts = (elements: Element[]) => elements.map(({ text }) => text);
const ownNames = (elements: Element[]) =>
  elements.flatMap(({ children }) => children.map(({ name }) => name)).filter((name) => !name.includes("{"));
const times = (elements: Element[], names: string[], range: readonly [number, number]) =>
  elements.flatMap((element) =>
    names.flatMap((name) => counted(name, childrenOf(element, name).length, range)),
  );

// RFC 822 with a year of four digits; a day of the week that is another one is no date.
const isDate = (text: string) =>
  /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})$/u.test(text) &&
  new Date(text).toUTCString().startsWith(text.slice(0, 16));

/** The guids of a feed. */
export const guidsOf = (root: Element): string[] =>
  texts(inAll(inAll(childrenOf(root, "channel"), "item"), "guid"));

/** What RSS 2.0 asks, its Best Practices Profile, and the modules that our feeds use. */
export const rssRules: Rules<RssFeed> = {
  "RSS 2.0, rss": ({ root }) => [
    ...counted("rss", root.name === "rss" ? 1 : 0, one),
    ...unless([root.attributes["version"] ?? ""], (version) => version === "2.0"),
    ...counted("channel", childrenOf(root, "channel").length, one),
  ],
  "RSS 2.0, required channel elements": (feed) =>
    times(channels(feed), ["title", "link", "description"], one),
  "RSS 2.0, optional channel elements": (feed) =>
    times(channels(feed), ["language", "lastBuildDate", "pubDate", "ttl", "image"], oneAtMost),
  "RSS 2.0, elements of item": (feed) => [
    ...times(items(feed), ["title", "link", "description", "guid", "pubDate", "comments"], oneAtMost),
    ...items(feed)
      .filter((item) => inAll([item], "title").length + inAll([item], "description").length === 0)
      .map(() => "an item with neither title nor description"),
  ],
  "RSS 2.0, extending: an unknown element has a namespace": (feed) => [
    ...unless(ownNames(channels(feed)), (name) => OF_CHANNEL.test(name)),
    ...unless(ownNames(items(feed)), (name) => OF_ITEM.test(name)),
  ],
  "RSS 2.0, link: an address": (feed) =>
    unless(
      texts([
        ...inAll([...channels(feed), ...items(feed)], "link"),
        ...inAll(items(feed), "comments"),
        ...inAll(items(feed), COMMENT_FEED),
      ]),
      isWebAddress,
    ),
  "RSS 2.0, dates: RFC 822": (feed) =>
    unless(texts([...inAll(items(feed), "pubDate"), ...inAll(channels(feed), "lastBuildDate")]), isDate),
  "RSS 2.0, lastBuildDate: the last time that anything changed": (feed) => {
    const [built] = texts(inAll(channels(feed), "lastBuildDate"));
    return texts(inAll(items(feed), "pubDate")).filter((at) => Date.parse(at) > Date.parse(built ?? at));
  },
  "RSS 2.0, language": (feed) => unless(texts(inAll(channels(feed), "language")), isLanguage),
  "RSS 2.0, guid: identifies one item": (feed) => [
    ...times(items(feed), ["guid"], one),
    ...doubles(guidsOf(feed.root)),
    ...inAll(items(feed), "guid")
      .filter(({ attributes, text }) => attributes["isPermaLink"] !== "false" && !isWebAddress(text))
      .map(({ text }) => text),
  ],
  "RSS Profile, atom:link: the feed's own address": (feed) => {
    const own = inAll(channels(feed), ATOM_LINK).filter(({ attributes }) => attributes["rel"] === "self");
    return [
      ...counted("self", own.length, one),
      ...own
        .filter(({ attributes: { href, type } }) => href !== feed.self || type !== "application/rss+xml")
        .map(({ attributes }) => attributes["href"] ?? ""),
    ];
  },
  "RSS Profile, content: no relative addresses": (feed) =>
    texts([...inAll(items(feed), CONTENT), ...inAll(items(feed), "description")]).flatMap(relativeIn),
  "content module, encoded: once at most": (feed) => times(items(feed), [CONTENT], oneAtMost),
  "Media RSS, content": (feed) =>
    inAll(items(feed), MEDIA)
      .filter(
        ({ attributes: { url, medium, width, height } }) =>
          !isWebAddress(url ?? "") || medium !== "image" || !(Number(width) > 0) || !(Number(height) > 0),
      )
      .map(({ attributes }) => attributes["url"] ?? "no url"),
  "RFC 4685 §3, in-reply-to: ref is the id of what is answered": (feed) =>
    inAll(items(feed), REPLY)
      .filter(({ attributes: { ref } }) => ref === undefined || !isIri(ref) || !feed.ids.has(ref))
      .map(({ attributes }) => attributes["ref"] ?? "no ref"),
  "RFC 4685 §3, in-reply-to: href is an address with its type": (feed) =>
    inAll(items(feed), REPLY)
      .filter(({ attributes: { href, type } }) => !isWebAddress(href ?? "") || type !== "text/html")
      .map(({ attributes }) => attributes["href"] ?? "no href"),
};
