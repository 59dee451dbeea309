import { counted, isMoment, isWebAddress, type Rules, unless } from "./rule.ts";
import { readVocabulary } from "./vocabulary.ts";

type Fields = Record<string, unknown>;

/** The linked data of one page, and whether that page has a picture to be shared with. */
export type LinkedPage = { context: unknown; things: Fields[]; hasPicture: boolean };

const vocabulary = readVocabulary();

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Reads what a page says to machines. Null when it says nothing. */
export function readLinkedData(html: string): LinkedPage | null {
  const json = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/u.exec(html)?.[1];
  if (json === undefined) return null;
  const read: unknown = JSON.parse(json);
  if (!isFields(read)) throw new Error("linked data that is no object");
  return {
    context: read["@context"],
    things: listOf(read["@graph"]).filter(isFields),
    hasPicture: html.includes('property="og:image"'),
  };
}

/** A thing and all that stand in it. */
const within = (thing: Fields): Fields[] => [
  thing,
  ...Object.values(thing).flatMap(listOf).filter(isFields).flatMap(within),
];
const all = ({ things }: LinkedPage): Fields[] => things.flatMap(within);
const typeOf = (thing: Fields): string => String(thing["@type"]);
const ofType = (page: LinkedPage, type: string): Fields[] =>
  all(page).filter((thing) => typeOf(thing) === type);
const properties = (thing: Fields): [string, unknown][] =>
  Object.entries(thing).filter(([name]) => !name.startsWith("@"));

function missing(thing: Fields, names: readonly string[]): string[] {
  return names
    .filter((name) => listOf(thing[name]).length === 0 || thing[name] === "")
    .map((name) => `${typeOf(thing)} without ${name}`);
}

const LITERALS: ReadonlySet<string> = new Set([
  "Text",
  "Integer",
  "Number",
  "Boolean",
  "Date",
  "DateTime",
  "Time",
]);

const TIMES = ["Date", "DateTime", "Time"];

function fits(value: unknown, range: readonly string[]): boolean {
  if (isFields(value)) return vocabulary.isOneOf(typeOf(value), range);
  if (typeof value === "number") return range.includes("Integer") || range.includes("Number");
  if (typeof value === "boolean") return range.includes("Boolean");
  if (typeof value !== "string") return false;
  if (range.includes(JSON.stringify(value)) || range.includes("Text")) return true;
  // The address of a thing can stand for it.
  if (isWebAddress(value)) return range.some((name) => name === "URL" || !LITERALS.has(name));
  return TIMES.some((time) => range.includes(time)) && isMoment(value);
}

/** What schema.org knows, and what Google asks of the things that it shows. */
export const linkedDataRules: Rules<LinkedPage> = {
  "JSON-LD 1.1, context and graph": ({ context, things }) => [
    ...unless([String(context)], (address) => address === "https://schema.org"),
    ...counted("things", things.length, [1, 20]),
  ],
  "schema.org, types": (page) => unless(all(page).map(typeOf), vocabulary.hasType),
  "schema.org, properties: those that the type has": (page) =>
    all(page).flatMap((thing) =>
      properties(thing)
        .filter(([name]) => vocabulary.rangeOf(typeOf(thing), name) === null)
        .map(([name]) => `${typeOf(thing)}.${name}`),
    ),
  "schema.org, values: of a kind that the property takes": (page) =>
    all(page).flatMap((thing) =>
      properties(thing).flatMap(([name, value]) =>
        listOf(value)
          .filter((one) => !fits(one, vocabulary.rangeOf(typeOf(thing), name) ?? []))
          .map((one) => `${typeOf(thing)}.${name} ${JSON.stringify(one)}`),
      ),
    ),
  "Google, Article: what it recommends": (page) =>
    ofType(page, "Article").flatMap((thing) => [
      ...missing(thing, ["headline", "author", "datePublished", "dateModified"]),
      ...(page.hasPicture ? missing(thing, ["image"]) : []),
      ...listOf(thing["author"])
        .filter(isFields)
        .flatMap((author) => missing(author, ["name", "url"])),
    ]),
  "Google, Comment: what it requires": (page) =>
    ofType(page, "Comment").flatMap((thing) => [
      ...missing(thing, ["author", "datePublished", "text"]),
      ...listOf(thing["author"])
        .filter(isFields)
        .flatMap((author) => missing(author, ["name"])),
    ]),
  "Google, Comment: its address": (page) =>
    ofType(page, "Comment").flatMap((thing) => missing(thing, ["url"])),
  "Google, BreadcrumbList: two items, numbered, each with a name and an address": (page) =>
    ofType(page, "BreadcrumbList").flatMap((thing) => {
      const items = listOf(thing["itemListElement"]).filter(isFields);
      return [
        ...counted("ListItem", items.filter((item) => typeOf(item) === "ListItem").length, [2, 9]),
        ...unless(
          items.map(({ position }) => String(position)),
          (position) => items[Number(position) - 1]?.["position"] === Number(position),
        ),
        ...items.flatMap((item, index) =>
          missing(item, index === items.length - 1 ? ["name"] : ["name", "item"]),
        ),
      ];
    }),
  "Google, Event: what it requires": (page) =>
    ofType(page, "Event").flatMap((thing) => [
      ...missing(thing, ["name", "startDate", "location"]),
      ...listOf(thing["location"])
        .filter(isFields)
        .flatMap((place) => missing(place, ["name", "address"])),
    ]),
  "Google, Event: what it recommends": (page) =>
    ofType(page, "Event").flatMap((thing) => [
      ...missing(thing, ["description", "endDate", "eventStatus", "organizer"]),
      ...listOf(thing["organizer"])
        .filter(isFields)
        .flatMap((who) => missing(who, ["name", "url"])),
    ]),
  "Google, Event: ends after it began": (page) =>
    ofType(page, "Event")
      .filter(({ startDate, endDate }) => Date.parse(String(endDate)) <= Date.parse(String(startDate)))
      .map(({ name }) => String(name)),
  "Google, Organization and Person on their own page: name and address": (page) =>
    page.things
      .filter((thing) => /^(?:Organization|Person)$/u.test(typeOf(thing)))
      .flatMap((thing) => missing(thing, ["name", "url"])),
};
