/** How long the link works that proves an address. */
export const proofHours = 48;

/** How long the links in a moderator's email work. */
export const moderationDays = 14;

/**
 * How often one may comment. A whole office, or a round table of 35, can share one network, so that limit is wide; an
 * address that is not proved may be anybody's, so there it bounds the mail and not the comments.
 */
export const commentRates = {
  proved: [
    { most: 6, seconds: 600 },
    { most: 30, seconds: 86_400 },
  ],
  unproved: [
    { most: 3, seconds: 3600 },
    { most: 8, seconds: 86_400 },
  ],
  network: [
    { most: 40, seconds: 600 },
    { most: 200, seconds: 86_400 },
  ],
} as const;

/** How many emails about single comments somebody gets in an hour; what comes more stands in the next digest. */
export const answeredPerHour = 5;

/** How many comments a digest shows; of more it tells only how many. */
export const digestMax = 20;

/** Which comments wait for an organiser. Trusted is who proved an address and has a comment on the site. */
export const heldSettings = ["everyone", "first_timers", "nobody"] as const;

export type HeldSetting = (typeof heldSettings)[number];

export type Verdict = "clear" | "doubtful" | "spam";

/** What becomes of a comment whose address is proved. */
export function whatBecomesOf({
  setting,
  isTrusted,
  verdict,
}: {
  setting: HeldSetting;
  isTrusted: boolean;
  verdict: Verdict;
}): "visible" | "held" | "spam" {
  if (verdict === "spam") return "spam";
  const isFree = setting === "nobody" || (setting === "first_timers" && isTrusted);
  return isFree && verdict === "clear" ? "visible" : "held";
}

const BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const IPV4 = new RegExp(`^(?:${BYTE}\\.){3}${BYTE}$`, "u");

/**
 * The network that an address belongs to: an IPv4 address itself, an IPv6 address up to its /64, for within those one
 * household can take any it likes. Null for what is no address, and for a machine that speaks to itself.
 */
export function networkOf(address: string): string | null {
  const mapped = /^::ffff:(?<ipv4>[\d.]+)$/iu.exec(address)?.groups?.["ipv4"] ?? address;
  if (IPV4.test(mapped)) return mapped.startsWith("127.") ? null : mapped;
  const groups = groupsOf(address.toLowerCase());
  const [high = 0, low = 0] = groups?.slice(6) ?? [];
  if (groups?.slice(0, 6).join() === "0,0,0,0,0,65535")
    return networkOf([high >> 8, high & 255, low >> 8, low & 255].join("."));
  if (groups === null || groups.every((group) => group === 0)) return null;
  if (groups.slice(0, 7).every((group) => group === 0) && groups[7] === 1) return null;
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

function groupsOf(address: string): number[] | null {
  const [head = "", tail, ...more] = address.split("::");
  if (more.length > 0) return null;
  const read = (part: string) => (part === "" ? [] : part.split(":"));
  const [before, after] = [read(head), read(tail ?? "")];
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const all = [...before, ...Array.from({ length: missing }, () => "0"), ...after];
  return all.every((group) => /^[\da-f]{1,4}$/u.test(group))
    ? all.map((group) => Number.parseInt(group, 16))
    : null;
}
