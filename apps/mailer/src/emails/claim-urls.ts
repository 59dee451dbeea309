import { claimEnd, endless, makeClaim } from "@ontsecretaressen/domain/claim";
import { meetingsOf, type SessionView } from "@ontsecretaressen/domain/session";
import type { World } from "../context.ts";

/** Where a person says what she does with her signup. Until its last meeting ends, or for as long as a claim holds. */
export async function seatUrl(
  { siteUrl, mark, now }: World,
  signup: { id: string; session: SessionView },
  version: number,
): Promise<string> {
  const until = claimEnd(now(), meetingsOf(signup.session).at(-1)?.endsAt ?? signup.session.endsAt);
  return `${siteUrl}/bevestig/${await makeClaim(mark, { purpose: "seat", id: signup.id, version, until })}`;
}

/** Where a person sees her own page. */
export async function mineUrl({ siteUrl, mark, now }: World, id: string, version: number): Promise<string> {
  return `${siteUrl}/mijn/${await makeClaim(mark, { purpose: "person", id, version, until: claimEnd(now()) })}`;
}

/** Where somebody says that it was she who wants to hear of a step. */
export async function wishUrl({ siteUrl, mark, now }: World, id: string, version: number): Promise<string> {
  return `${siteUrl}/bevestig/${await makeClaim(mark, { purpose: "wish", id, version, until: claimEnd(now()) })}`;
}

/** Where anybody sees who is given the address that its person was there: whichever email address she has. */
export async function certificateUrl({ siteUrl, mark }: World, id: string, version: number): Promise<string> {
  const claim = await makeClaim(mark, { purpose: "certificate", id, version, until: endless });
  return `${siteUrl}/bewijs/${claim}/`;
}
