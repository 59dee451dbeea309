import type { Rate } from "@ontsecretaressen/db/rates";
import type { NewMember } from "@ontsecretaressen/db/signups/post";
import { emailKey } from "@ontsecretaressen/domain/email-address";
import { signupRates } from "@ontsecretaressen/domain/signup";
import { countedRates } from "../comments/rates.ts";
import type { World } from "../context.ts";

type Named = { email: string; name: string };

/** Those who sign up together as new members, in the order in which they were typed. Who was typed twice is one person. */
export function membersOf(world: World, first: Named, together: string[]): [NewMember, ...NewMember[]] {
  const member = (id: string, { email, name }: Named): NewMember => ({
    id,
    personId: world.newId("per"),
    emailId: world.newId("eml"),
    name,
    email,
    emailKey: emailKey(email),
  });
  const others = new Map(together.map((email) => [emailKey(email), email]));
  others.delete(emailKey(first.email));
  // Within one millisecond ids come in no order, and the first of a party is known by hers.
  const [head = "", ...ids] = [...others, null].map(() => world.newId("sgn")).sort();
  return [
    member(head, first),
    ...[...others.values()].map((email, index) =>
      member(ids[index] ?? world.newId("sgn"), { email, name: "" }),
    ),
  ];
}

/** How often each of them may be signed up, and how many may come from one network or to one session, as what is counted. */
export async function ratesOfSignup(world: World, session: string, members: NewMember[]): Promise<Rate[]> {
  const { addressForSession, address, session: ofSession, network } = signupRates;
  const counted = await Promise.all([
    countedRates(world, ofSession, `signups ${session}`),
    world.network === null ? [] : countedRates(world, network, `signups ${world.network}`),
    ...members.flatMap((member) => [
      countedRates(world, addressForSession, `signup ${session} ${member.emailKey}`),
      countedRates(world, address, `signup ${member.emailKey}`),
    ]),
  ]);
  return counted.flat();
}
