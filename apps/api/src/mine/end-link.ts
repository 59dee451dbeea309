import { endCalendar, endCertificate, type LinkOwner } from "@ontsecretaressen/db/people/ended-links";
import { readClaim } from "@ontsecretaressen/domain/claim";
import { EndLinkDraft } from "@ontsecretaressen/domain/person-link";
import { done, refused, type Result } from "@ontsecretaressen/domain/result";
import type { World } from "../context.ts";

/**
 * Ends the address of a person's calendar, or of one of her certificates: the new one stands on her page. Takes who her
 * browser says that she is, or the link to that page. Answers that link, or nothing for a browser. Refuses who is nobody.
 */
export async function endLink(
  { db, mark, now }: World,
  browser: string | null,
  fields: Record<string, unknown>,
): Promise<Result<string, { code: "link_gone" }>> {
  const draft = EndLinkDraft.safeParse(fields);
  if (!draft.success) return refused({ code: "link_gone" });
  const { by, signup, version } = draft.data;
  const hers: LinkOwner | null = browser === null ? null : { id: browser, version: null };
  const owner = by === "" ? hers : await readClaim(mark, { purpose: "person", claim: by, now: now() });
  if (owner === null) return refused({ code: "link_gone" });
  const isEnded =
    signup === ""
      ? await endCalendar(db, owner, version)
      : await endCertificate(db, owner, { signup, version });
  return isEnded ? done(by) : refused({ code: "link_gone" });
}
