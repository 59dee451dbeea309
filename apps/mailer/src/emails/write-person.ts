import type { EmailOccasion } from "@ontsecretaressen/db/emails/occasions";
import type { ClaimedEmail } from "@ontsecretaressen/db/emails/claim";
import { digestMax } from "@ontsecretaressen/domain/comment-limits";
import type { EmailContent } from "@ontsecretaressen/domain/email-content";
import type { World } from "../context.ts";
import { mineUrl } from "./claim-urls.ts";
import { stopUrl } from "./stop-url.ts";

type Occasion = Extract<EmailOccasion, { about: "person" }>;

/** What an email to a person says that is about no one thing; null when there is nothing to say any more. */
export async function personContent(
  world: World,
  email: ClaimedEmail,
  { id, addressVersion, name, said }: Occasion,
): Promise<EmailContent | null> {
  if (email.kind === "subscriber_confirm")
    return { kind: email.kind, confirmUrl: `${world.siteUrl}/bevestig/${email.token ?? ""}` };
  if (email.kind === "person_link")
    return { kind: email.kind, name, mineUrl: await mineUrl(world, id, addressVersion) };
  if (email.kind !== "comment_digest" || said.length === 0) return null;
  const titles = new Map(said.map(({ slug, title }) => [slug, title]));
  return {
    kind: email.kind,
    name,
    comments: said.slice(0, digestMax).map((one) => ({ name: one.name, body: one.body, article: one.title })),
    more: Math.max(0, said.length - digestMax),
    articles: [...titles].map(([slug, title]) => ({ title, url: `${world.siteUrl}/${slug}/#reacties` })),
    stopUrl: await stopUrl(world, id, "all"),
  };
}
