const ADDRESS = /https?:\/\/[^\s<>"'`\\^{}|]+/iuy;
// What is not seen, or turns the letters around, could make a link look like another.
const UNSEEN = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\u034F|\u115F|\u1160|\u17B4|\u17B5|\u3164|\uFFA0/u;
const PLAIN_HOST =
  /^https?:\/\/(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d](?::\d{1,5})?(?:[/?#]|$)/iu;

/**
 * The whole web address that stands at this place in a line, as typed, or null. The full stop of a sentence and a bracket
 * around it don't belong to it. Refuses what would lead elsewhere than it shows: a name before an @, letters that can't be
 * seen, a host in other letters than ours.
 */
export function linkAt(line: string, index: number): string | null {
  ADDRESS.lastIndex = index;
  const typed = withoutEnd(ADDRESS.exec(line)?.[0] ?? "");
  return PLAIN_HOST.test(typed) && !UNSEEN.test(typed) ? typed : null;
}

function withoutEnd(address: string): string {
  let surplus = (address.match(/[)\]]/gu)?.length ?? 0) - (address.match(/[([]/gu)?.length ?? 0);
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? "";
    const isBracket = last === ")" || last === "]";
    if (isBracket ? surplus <= 0 : !/[.,;:!?*_~’”]/u.test(last)) break;
    if (isBracket) surplus -= 1;
  }
  return address.slice(0, end);
}
