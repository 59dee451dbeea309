import type { EmailOccasion } from "@ontsecretaressen/db/emails/occasions";
import type { EmailContent } from "@ontsecretaressen/domain/email-content";
import type { World } from "../context.ts";
import { stopUrl } from "./stop-url.ts";

type Occasion = Extract<EmailOccasion, { about: "article" }>;

/** What an email about a new article says. */
export async function newsContent(
  world: World,
  { personId, article: { slug, title, standfirst, authors } }: Occasion,
): Promise<EmailContent> {
  return {
    kind: "article_published",
    article: { title, standfirst, authors, url: `${world.siteUrl}/${slug}/` },
    stopUrl: await stopUrl(world, personId, "new"),
  };
}
