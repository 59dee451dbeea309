import { isSameMark } from "@ontsecretaressen/domain/claim";
import { browserDays } from "@ontsecretaressen/domain/retention";
import type { World } from "../context.ts";

// A browser that proved an address holds its person's id, until when, and our mark: nothing to look up, nothing to steal
// from the database. A person who is erased is nobody's any more, whatever a browser holds.
const SHAPE = /^(per_[0-9a-z]+)\.(\d{13})\.([0-9a-f]{64})$/u;

/** What a browser is given to be known by, and until when, after its person pressed the button in an email. */
export async function rememberPerson(
  world: World,
  personId: string,
): Promise<{ value: string; expires: Date }> {
  const expires = new Date(world.now().getTime() + browserDays * 86_400_000);
  const claim = `${personId}.${expires.getTime()}`;
  return { value: `${claim}.${await world.mark("browser", claim)}`, expires };
}

/** Whose browser it is, or null when it holds nothing, something of another's making, or something past. */
export async function knownPerson(world: World, value: string | undefined): Promise<string | null> {
  const [, personId = "", until = "", mark = ""] = SHAPE.exec(value ?? "") ?? [];
  if (personId === "" || Number(until) <= world.now().getTime()) return null;
  return isSameMark(mark, await world.mark("browser", `${personId}.${until}`)) ? personId : null;
}
