import { repeatEmail } from "@ontsecretaressen/db/emails/act";
import type { Act } from "@ontsecretaressen/db/audit";
import { findEmailWords } from "@ontsecretaressen/db/emails/find";
import { sha256 } from "@ontsecretaressen/db/hash";
import { hasEndedLink } from "@ontsecretaressen/db/comments/links";
import { isPastClaim } from "@ontsecretaressen/domain/claim";
import { onItsWay } from "@ontsecretaressen/domain/email";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import type { World } from "../context.ts";

type Refusal =
  | { code: "not_found" }
  | { code: "on_its_way" }
  | { code: "suppressed" }
  | { code: "words_gone" }
  | { code: "links_ended" };

/**
 * Sends an email once more, as a new one with the same words, and says so in the audit. Refuses one that is still on its
 * way, one to an address that gets no email, one whose words were forgotten, and one with a link that no longer works: its
 * reader would press it for nothing.
 */
export async function repeat(world: World, id: string, by: Act): Promise<Result<{ id: string }, Refusal>> {
  const email = await findEmailWords(world.reader, id);
  if (email === null) return refused({ code: "not_found" });
  if (onItsWay.includes(email.state)) return refused({ code: "on_its_way" });
  if (email.isSuppressed) return refused({ code: "suppressed" });
  const words = email.text ?? "";
  if (words === "" && !email.canBeWritten) return refused({ code: "words_gone" });
  const tokens = words === "" ? (email.token?.split(" ") ?? []) : tokensIn(words);
  if (tokens.some((token) => isPastClaim(token, new Date(by.at)))) return refused({ code: "links_ended" });
  const hashes = await Promise.all(tokens.map((token) => sha256(token)));
  if (hashes.length > 0 && (await hasEndedLink(world.reader, hashes, by.at)))
    return refused({ code: "links_ended" });
  const newId = await repeatEmail(world.db, { id, newId: world.newId("eml") }, by);
  if (newId === null) return refused({ code: "on_its_way" });
  world.nudgeMailer();
  return done({ id: newId });
}

// The secrets of its links, as they stand in the addresses that its text writes out.
function tokensIn(text: string): string[] {
  return [...text.matchAll(/https?:\/\/\S+\/(?:bevestig|mijn|modereer)\/([\w.-]{16,})/gu)].flatMap(
    ([, token]) => token ?? [],
  );
}
