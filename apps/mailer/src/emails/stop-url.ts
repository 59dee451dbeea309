import type { World } from "../context.ts";

/**
 * Where somebody chooses how she hears of a conversation, or of `all`. Made of what it stops and our mark: it works as long
 * as anybody keeps the email.
 */
export async function stopUrl({ siteUrl, mark }: World, personId: string, about: string): Promise<string> {
  const claim = `${personId}.${about}`;
  return `${siteUrl}/afmelden/${claim}.${await mark("unsubscribe", claim)}`;
}
