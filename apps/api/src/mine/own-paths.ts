import { type Claim, claimEnd, endless, makeClaim } from "@ontsecretaressen/domain/claim";
import type { OwnSignup } from "@ontsecretaressen/domain/signup";
import type { OwnPaths } from "@ontsecretaressen/ui/mine/mine";
import type { World } from "../context.ts";

/**
 * Where a person's own calendar is, what she does with each signup, and the proof of each session that she was at. `claim`
 * names her by her address; that of her calendar is of a version of its own.
 */
export async function ownPaths(
  { mark, now }: World,
  { calendarVersion, ...claim }: Claim & { calendarVersion: number },
  signups: OwnSignup<unknown>[],
): Promise<OwnPaths> {
  const calendar = await makeClaim(mark, {
    purpose: "calendar",
    id: claim.id,
    version: calendarVersion,
    until: endless,
  });
  const proofs = signups
    .filter(({ wasThere }) => wasThere)
    .map(async ({ id, certificateVersion: version }) => {
      const proof = await makeClaim(mark, { purpose: "certificate", id, version, until: endless });
      return [id, `/bewijs/${proof}/`] as const;
    });
  const seats = signups.map(async ({ id }) => {
    const seat = await makeClaim(mark, {
      purpose: "seat",
      id,
      version: claim.version,
      until: claimEnd(now()),
    });
    return [id, `/bevestig/${seat}`] as const;
  });
  return {
    calendar: `/mijn/agenda/${calendar}.ics`,
    seats: Object.fromEntries(await Promise.all(seats)),
    proofs: Object.fromEntries(await Promise.all(proofs)),
  };
}
