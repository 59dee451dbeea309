import { readFileSync } from "node:fs";

export type Vocabulary = {
  /** What a property of a type may hold, by the names of types and literals; null when the type has no such property. */
  rangeOf: (type: string, property: string) => string[] | null;
  hasType: (type: string) => boolean;
  /** Whether a type is one of these, or of a kind below them. */
  isOneOf: (type: string, range: readonly string[]) => boolean;
};

/** The vocabulary of schema.org as schema-dts declares it: its types say what no list of its own does. */
export function readVocabulary(): Vocabulary {
  const declared = readFileSync(new URL("schema.d.ts", import.meta.resolve("schema-dts")), "utf8");
  const bases = new Map<string, { above: string[]; properties: Map<string, string[]> }>();
  const kinds = new Map<string, string[]>();
  for (const [, name = "", above = "", body = ""] of declared.matchAll(
    /^(?:export )?interface (\w+) extends ([^{]+) \{\n([\s\S]*?)^\}/gmu,
  )) {
    const properties = Array.from(
      body.matchAll(/^ {4}"(\w+)"\?: SchemaValue<(.+), "\w+">;$/gmu),
      ([, property = "", range = ""]) => [property, range.split(" | ")] as const,
    );
    bases.set(name, { above: above.split(", "), properties: new Map(properties) });
  }
  for (const [, name = "", union = ""] of declared.matchAll(/^export type (\w+) = (.+);$/gmu))
    kinds.set(name, union.split(" | "));

  const rangeIn = (base: string, property: string): string[] | null => {
    const known = bases.get(base);
    if (known === undefined) return null;
    for (const above of known.above) {
      const range = rangeIn(above, property);
      if (range !== null) return range;
    }
    return known.properties.get(property) ?? null;
  };
  const isOneOf = (type: string, range: readonly string[]): boolean =>
    range.some((name) => name === `${type}Leaf` || name === type || isOneOf(type, kinds.get(name) ?? []));
  return {
    hasType: (type) => bases.has(`${type}Leaf`),
    rangeOf: (type, property) => {
      const range = rangeIn(`${type}Leaf`, property);
      // An enumeration's members stand in its own type.
      return (
        range?.flatMap((name) => [name, ...(kinds.get(name) ?? []).filter((kind) => kind.startsWith('"'))]) ??
        null
      );
    },
    isOneOf,
  };
}
