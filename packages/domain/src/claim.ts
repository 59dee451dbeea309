// A claim is a link's secret that stands nowhere: what it is about, until when it holds, and our mark under both. Whoever
// can't make the mark can't make the claim, and a stolen database opens nothing.

/**
 * What a claim lets its holder do: all about one signup, see one person's own page, follow her calendar, see that she was
 * there, or say that a wish is hers.
 */
export type ClaimPurpose = "seat" | "person" | "calendar" | "certificate" | "wish";

/** What a claim of ours is about. `version` is that of the person's address: a claim for an older one opens nothing. */
export type Claim = { id: string; version: number };

type MakeMark = (purpose: ClaimPurpose, text: string) => Promise<string>;

/** For how many days a claim holds at most; the one for a seat also ends with its session. */
export const claimDays = 60;

const SHAPE =
  /^(?<about>(?<id>[a-z]{3}_[0-9a-z]+)\.(?<version>[0-9a-z]{1,4})\.(?<until>[0-9a-z]{1,9}))\.(?<mark>[0-9a-f]{64})$/u;

/** When a claim ends that is made at `now` (UTC), where there is a moment after which it opens nothing more. */
export function claimEnd(now: Date, latest: string | null = null): Date {
  const longest = now.getTime() + claimDays * 86_400_000;
  return new Date(latest === null ? longest : Math.min(longest, Date.parse(latest)));
}

/** A claim as a part of an address. */
export async function makeClaim(
  mark: MakeMark,
  { purpose, id, version, until }: Claim & { purpose: ClaimPurpose; until: Date },
): Promise<string> {
  const about = [id, version.toString(36), Math.floor(until.getTime() / 1000).toString(36)].join(".");
  return `${about}.${await mark(purpose, about)}`;
}

/** The end of a claim that is kept for years: an address in a calendar program, or on a sheet of paper. */
export const endless = new Date("9999-01-01T00:00:00.000Z");

/** What a claim is about; null when it is of another's making, of another purpose, or past. */
export async function readClaim(
  mark: MakeMark,
  { purpose, claim, now }: { purpose: ClaimPurpose; claim: string; now: Date },
): Promise<Claim | null> {
  const found = SHAPE.exec(claim)?.groups;
  if (found === undefined || isPastClaim(claim, now)) return null;
  const { about = "", id = "", version = "" } = found;
  const isOurs = isSameMark(found["mark"] ?? "", await mark(purpose, about));
  return isOurs ? { id, version: Number.parseInt(version, 36) } : null;
}

/** Whether a text is a claim that ended, whoever made it. */
export function isPastClaim(text: string, now: Date): boolean {
  const until = SHAPE.exec(text)?.groups?.["until"];
  return until !== undefined && Number.parseInt(until, 36) * 1000 <= now.getTime();
}

/** Whether two marks are the same. It takes as long for a first difference as for a last one, so that time tells nothing. */
export function isSameMark(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < other.length; index += 1)
    difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
}
