import {
  counted,
  doubles,
  isLanguage,
  isMoment,
  isWebAddress,
  relativeIn,
  type Rules,
  unless,
} from "./rule.ts";

type Fields = Record<string, unknown>;

/** A feed with the address it was asked at. */
export type JsonFeed = { feed: Fields; self: string };

const OF_FEED =
  /^(?:version|title|home_page_url|feed_url|description|user_comment|next_url|icon|favicon|authors|language|expired|hubs|items|_.*)$/u;
const OF_ITEM =
  /^(?:id|url|external_url|title|content_html|content_text|summary|image|banner_image|date_published|date_modified|authors|tags|language|attachments|_.*)$/u;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const listIn = (fields: Fields, name: string): unknown[] => {
  const value = fields[name];
  return Array.isArray(value) ? value : [];
};
const items = ({ feed }: JsonFeed): Fields[] => listIn(feed, "items").filter(isFields);
const valuesOf = (all: Fields[], names: string[]): unknown[] =>
  all.flatMap((fields) => names.map((name) => fields[name])).filter((value) => value !== undefined);
const strange = (values: unknown[], holds: (text: string) => boolean): string[] =>
  values.filter((value) => typeof value !== "string" || !holds(value)).map(String);

/** What JSON Feed 1.1 asks of a feed. */
export const jsonFeedRules: Rules<JsonFeed> = {
  "JSON Feed 1.1, version": ({ feed }) =>
    strange([feed["version"]], (version) => version === "https://jsonfeed.org/version/1.1"),
  "JSON Feed 1.1, title and items are there": ({ feed }) => [
    ...strange([feed["title"]], (title) => title !== ""),
    ...counted("items", Array.isArray(feed["items"]) ? 1 : 0, [1, 1]),
  ],
  "JSON Feed 1.1, names": (all) => [
    ...unless(Object.keys(all.feed), (name) => OF_FEED.test(name)),
    ...unless(items(all).flatMap(Object.keys), (name) => OF_ITEM.test(name)),
  ],
  "JSON Feed 1.1, feed_url: the feed's own address": ({ feed, self }) =>
    strange([feed["feed_url"]], (address) => address === self),
  "JSON Feed 1.1, addresses": (all) => [
    ...strange(valuesOf([all.feed], ["home_page_url", "feed_url"]), isWebAddress),
    ...strange(valuesOf(items(all), ["url", "external_url", "image", "banner_image"]), isWebAddress),
  ],
  "JSON Feed 1.1, language": ({ feed }) => strange(valuesOf([feed], ["language"]), isLanguage),
  "JSON Feed 1.1, id: a string, unique": (all) => {
    const ids = items(all).map(({ id }) => id);
    return [...strange(ids, (id) => id !== ""), ...doubles(ids.map(String))];
  },
  "JSON Feed 1.1, content_html or content_text": (all) =>
    items(all)
      .filter(
        (item) =>
          strange(valuesOf([item], ["content_html", "content_text"]).slice(0, 1), Boolean).length > 0 ||
          valuesOf([item], ["content_html", "content_text"]).length === 0,
      )
      .map(({ id }) => String(id)),
  "JSON Feed 1.1, content_html: no relative addresses": (all) =>
    valuesOf(items(all), ["content_html"]).flatMap((html) => relativeIn(String(html))),
  "JSON Feed 1.1, dates: RFC 3339": (all) =>
    strange(valuesOf(items(all), ["date_published", "date_modified"]), isMoment),
  "JSON Feed 1.1, date_modified: not before date_published": (all) =>
    items(all)
      .filter(
        (item) => Date.parse(String(item["date_modified"])) < Date.parse(String(item["date_published"])),
      )
      .map(({ id }) => String(id)),
  "JSON Feed 1.1, authors: objects with a name, url or avatar": (all) =>
    items(all)
      .flatMap((item) => listIn(item, "authors"))
      .filter((author) => !isFields(author) || valuesOf([author], ["name", "url", "avatar"]).length === 0)
      .map((author) => JSON.stringify(author)),
  "JSON Feed 1.1, tags: strings": (all) =>
    strange(
      items(all).flatMap((item) => listIn(item, "tags")),
      (tag) => tag !== "",
    ),
};
