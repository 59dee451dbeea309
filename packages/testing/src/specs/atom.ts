import { childrenOf, type Element } from "../read-xml.ts";
import {
  counted,
  doubles,
  isIri,
  isMoment,
  isWebAddress,
  one,
  oneAtMost,
  relativeIn,
  type Rules,
  unless,
} from "./rule.ts";

const ATOM = "{http://www.w3.org/2005/Atom}";

/** A feed with the address it was asked at. */
export type AtomFeed = { root: Element; self: string };

const all = (elements: Element[], name: string) =>
  elements.flatMap((element) => childrenOf(element, `${ATOM}${name}`));
const entries = ({ root }: AtomFeed) => all([root], "entry");
const both = (feed: AtomFeed) => [feed.root, ...entries(feed)];
const texts = (elements: Element[]) => elements.map(({ text }) => text);
const times = (elements: Element[], names: string[], range: readonly [number, number]) =>
  elements.flatMap((element) => names.flatMap((name) => counted(name, all([element], name).length, range)));
const textOf = (element: Element, name: string) => texts(all([element], name))[0];
const strangers = (elements: Element[], known: string[]) =>
  elements
    .flatMap(({ children }) => children.map(({ name }) => name))
    .filter((name) => name.startsWith(ATOM) && !known.includes(name.slice(ATOM.length)));
const links = (element: Element, rel: string) =>
  all([element], "link").filter(({ attributes }) => (attributes["rel"] ?? "alternate") === rel);

const META = ["author", "category", "contributor", "id", "link", "rights", "title", "updated"];

/** What RFC 4287 asks of a feed. */
export const atomRules: Rules<AtomFeed> = {
  "RFC 4287 §4.1.1, feed: one id, title and updated": (feed) => [
    ...unless([feed.root.name], (name) => name === `${ATOM}feed`),
    ...times([feed.root], ["id", "title", "updated"], one),
    ...times([feed.root], ["subtitle", "generator", "icon", "logo", "rights"], oneAtMost),
  ],
  "RFC 4287 §4.1.1, feed: known elements": ({ root }) =>
    strangers([root], [...META, "subtitle", "generator", "icon", "logo", "entry"]),
  "RFC 4287 §4.1.1, feed: an author, unless every entry has one": (feed) =>
    all([feed.root], "author").length > 0
      ? []
      : entries(feed).flatMap((entry) => counted("author", all([entry], "author").length, [1, 9])),
  "RFC 4287 §4.1.1, feed: a link to itself": ({ root, self }) => [
    ...counted("self", links(root, "self").length, one),
    ...unless(
      links(root, "self").map(({ attributes }) => attributes["href"] ?? ""),
      (href) => href === self,
    ),
  ],
  "RFC 4287 §4.1.2, entry: one id, title and updated": (feed) => [
    ...times(entries(feed), ["id", "title", "updated"], one),
    ...times(entries(feed), ["published", "summary", "content", "source", "rights"], oneAtMost),
  ],
  "RFC 4287 §4.1.2, entry: known elements": (feed) =>
    strangers(entries(feed), [...META, "content", "published", "source", "summary"]),
  "RFC 4287 §4.1.2, entry: content, or a link to it": (feed) =>
    entries(feed)
      .filter((entry) => all([entry], "content").length + links(entry, "alternate").length === 0)
      .map((entry) => textOf(entry, "id") ?? "no id"),
  "RFC 4287 §4.1.1 and §4.1.2: no two alternates of one type and language": (feed) =>
    both(feed).flatMap((element) =>
      doubles(links(element, "alternate").map(({ attributes: a }) => `${a["type"]} ${a["hreflang"]}`)),
    ),
  "RFC 4287 §4.1.1, feed: ids are unique": (feed) => doubles(texts(all(both(feed), "id"))),
  "RFC 4287 §4.2.6, id: an absolute IRI": (feed) => unless(texts(all(both(feed), "id")), isIri),
  "RFC 4287 §3.3, dates: RFC 3339": (feed) =>
    unless(texts([...all(both(feed), "updated"), ...all(both(feed), "published")]), isMoment),
  "RFC 4287 §4.2.15, updated: not before published, nor after the feed's": (feed) =>
    entries(feed).flatMap((entry) => {
      const at = textOf(entry, "updated") ?? "";
      const [first, last] = [textOf(entry, "published") ?? at, textOf(feed.root, "updated") ?? at];
      return Date.parse(first) <= Date.parse(at) && Date.parse(at) <= Date.parse(last) ? [] : [at];
    }),
  "RFC 4287 §4.2.7, link: an address, and a type": (feed) =>
    all(both(feed), "link")
      .filter(
        ({ attributes: a }) => !isWebAddress(a["href"] ?? "") || !/^\w+\/[\w+.-]+$/u.test(a["type"] ?? ""),
      )
      .map(({ attributes }) => attributes["href"] ?? "no href"),
  "RFC 4287 §4.2.2, category: a term": (feed) =>
    all(both(feed), "category")
      .filter(({ attributes }) => (attributes["term"] ?? "") === "")
      .map(() => "no term"),
  "RFC 4287 §3.2.1, person: one name": (feed) => [
    ...times(all(both(feed), "author"), ["name"], one),
    ...unless(texts(all(all(both(feed), "author"), "name")), (name) => name.trim() !== ""),
  ],
  "RFC 4287 §3.1.1 and §4.1.3.3, text: html is text": (feed) =>
    [...all(both(feed), "title"), ...all(entries(feed), "summary"), ...all(entries(feed), "content")]
      .filter(
        ({ attributes: { type = "text" }, children }) =>
          !/^(?:text|html)$/u.test(type) || children.length > 0,
      )
      .map(({ text }) => text.slice(0, 40)),
  "RFC 4287 §4.1.3.3, content: no relative addresses": (feed) =>
    texts(all(entries(feed), "content")).flatMap(relativeIn),
  "RFC 4287 §4.2.14, title: not empty": (feed) =>
    unless(texts(all(both(feed), "title")), (title) => title.trim() !== "").map(() => "empty"),
};
