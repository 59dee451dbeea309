/** What a specification asks, by the name of its clause; each rule answers what breaks it. */
export type Rules<Document> = Record<string, (document: Document) => Iterable<string>>;

/** Every breach in a document, each behind the clause that it breaks. */
export function breachesOf<Document>(rules: Rules<Document>, document: Document): string[] {
  return Object.entries(rules).flatMap(([clause, breachesIn]) =>
    [...breachesIn(document)].map((breach) => `${clause}: ${breach}`),
  );
}

/** Those that the condition doesn't hold for. */
export const unless = (values: readonly string[], holds: (value: string) => boolean): string[] =>
  values.filter((value) => !holds(value));

/** Those that stand there more than once. */
export const doubles = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** `one name` where there is not exactly one, and so on. */
export function counted(name: string, count: number, [least, most]: readonly [number, number]): string[] {
  return count < least || count > most ? [`${count} of ${name}`] : [];
}

export const one = [1, 1] as const;
export const oneAtMost = [0, 1] as const;
export const some = [1, Infinity] as const;

/** An address on the web that means the same wherever it is read. */
export function isWebAddress(text: string): boolean {
  return /^https:\/\/[^\s"<>\\^`{|}]+$/u.test(text) && URL.canParse(text);
}

/** An absolute IRI, such as a `tag:` or an address. */
export const isIri = (text: string): boolean => /^[a-z][a-z\d+.-]*:[^\s"<>\\^`{|}]+$/iu.test(text);

/** A moment as RFC 3339 writes it, that there is in the calendar. */
export const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u.test(text) &&
  !Number.isNaN(Date.parse(text));

/** The name of a language as RFC 5646 has it. */
export const isLanguage = (text: string): boolean => /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu.test(text);

/** Addresses in HTML that mean something else elsewhere. */
export const relativeIn = (html: string): string[] =>
  Array.from(html.matchAll(/\s(?:href|src|cite|poster)=["']([^"']*)["']/gu), ([, to = ""]) => to).filter(
    (to) => !isIri(to),
  );
